//! What goes wrong names the next step, in the same line.

use super::Desk;

#[test]
fn a_wrong_name_says_where_to_look() {
    let desk = Desk::new();
    desk.play(
        "
        09:00 add --number N1 --kind ordinary --community 柳河 --title x => 0 N1
        09:10 show N9 => 1 N9 | zhiban list --all --search
        09:10 sign N9 => 1 N9 | zhiban list --all --search
        09:10 list --unit 无此 => 2 “无此” | 城管办 | --policy
        09:10 list --community 无此 => 2 “无此” | 柳河 | --policy
        09:02 dispatch N1 => 0 N1
        09:05 reply N1 --text x => 0 N1
        09:10 close N1 => 1 N1 | --unreviewed
        09:10 phone --settle 7 => 2 7 | zhiban phone
        09:10 --policy none.toml list => 2 none.toml | 权限
        09:10 backup none/copy.db => 3 none
        ",
    );
}

#[test]
fn a_wrong_setting_says_what_to_do_with_the_line() {
    let desk = Desk::new();
    for (text, said) in [
        ("colour = 1", "colour"),
        ("theme = \"pink\"", "light"),
        ("lang =", "config.toml"),
    ] {
        desk.write(".config/zhiban/config.toml", text);
        let wrong = desk.run("09:10", "list").ends(2);
        wrong.complains(&[said, "改对或删掉这一行"]);
    }
}
