//! The first start on a real terminal: asked once, kept on disk, and never where somebody has been before.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use portable_pty::CommandBuilder;

use super::office::Office;
use super::window::{End, Window};

const SETTINGS: &str = "config/zhiban/config.toml";

fn started(office: &Office) -> Window {
    opened(office.desk(&[]))
}

fn opened(command: CommandBuilder) -> Window {
    let mut desk = Window::open(command);
    desk.wait_for("the first question", |w| {
        w.is_taken() && w.shows("谁坐这里")
    });
    desk
}

#[test]
fn who_sits_here_is_asked_once_and_kept_for_its_owner_alone() {
    let office = Office::new();
    let mut desk = started(&office);
    desk.press("j\r");
    desk.see("姓名");
    assert!(!office.path(SETTINGS).exists());
    desk.press("林工\r");
    desk.see("已存：");
    // No service is there: it says so, and what is done instead.
    desk.see("弹不出桌面通知");
    desk.see("响铃");
    desk.press("\r");
    desk.see("以 B 岗 林工 记");
    desk.press("q");
    assert_eq!(desk.end_given_back(), End::Exit(0));
    let file = office.path(SETTINGS);
    let text = fs::read_to_string(&file).unwrap();
    assert!(
        text.contains("me = \"post:B\"\nperson = \"林工\"\n"),
        "{text}"
    );
    let mode = fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    // The next start opens the desk at once, still with nothing in it.
    let mut desk = office.open(&[]);
    desk.see("以 B 岗 林工 记");
    assert!(!desk.shows("谁坐这里"));
    desk.press("q");
    assert_eq!(desk.end_given_back(), End::Exit(0));
}

#[test]
fn what_cannot_be_kept_holds_for_this_session_and_is_asked_again() {
    let office = Office::new();
    // Nobody can make a folder there, not even the superuser.
    let nowhere = || {
        let mut command = office.desk(&[]);
        command.env("XDG_CONFIG_HOME", "/proc/nobody");
        opened(command)
    };
    let mut desk = nowhere();
    desk.press("j\r\r");
    desk.see("没存成");
    desk.press("\r");
    desk.see("以 B 岗 记");
    desk.press("q");
    assert_eq!(desk.end_given_back(), End::Exit(0));
    let mut again = nowhere();
    again.press("\x1b");
    again.see("下次打开还会问");
}

#[test]
fn the_demo_is_one_key_away_and_leaves_the_real_store_alone() {
    let office = Office::new();
    let mut desk = started(&office);
    desk.press("\r\r");
    desk.see("已存：");
    desk.press("d");
    // Of the demo itself: the question before it speaks of one too.
    desk.see("件全是虚构的");
    desk.press("q");
    assert_eq!(desk.end_given_back(), End::Exit(0));
    let said = office.run(&["list", "--all", "--json"]);
    assert_eq!(said.trim(), "[]");
}

#[test]
fn nothing_is_asked_where_somebody_has_been_or_said_who_sits_here() {
    let with_cases = Office::new();
    with_cases.import();
    assert!(!with_cases.open(&[]).shows("谁坐这里"));
    let settled = Office::empty();
    assert!(!settled.open(&[]).shows("谁坐这里"));
    let said = Office::new();
    assert!(!said.open(&["--by", "post:A"]).shows("谁坐这里"));
    assert!(!said.path(SETTINGS).exists());
}
