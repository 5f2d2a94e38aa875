//! What a rule refuses: exit code 1, one line that says why and, where it fits, who did it when; and nothing is logged.

use super::{Desk, two_cases};

#[test]
fn a_refusal_says_who_did_it_and_when() {
    let desk = two_cases();
    desk.play(
        "
        09:08 sign N1 --by post:B --person 王某 => 0 N1
        09:10 sign N1 => 1 N1 | B 岗 王某 | 11-23 09:08 | 签收
        09:10 add --number N1 --kind urgent --title 又一件 => 1 N1
        09:11 dispatch N1 => 0 N1
        09:12 unit-sign N1 --by unit:柳河 => 0 N1
        09:13 unit-sign N1 --unit 柳河 => 1 柳河社区 | 11-23 09:12
        09:20 reply N1 => 0 N1
        09:21 review N1 accepted --by post:A => 0 N1
        09:22 review N1 accepted => 1 A 岗 | 11-23 09:21
        09:23 close N1 --by post:B => 0 N1
        09:24 close N1 => 1 B 岗 | 11-23 09:23 | 办结
        09:24 sign N1 => 1 B 岗 | 11-23 09:23
        09:25 void U1 --reason 重复 --by post:B => 0 U1
        09:26 sign U1 => 1 B 岗 | 11-23 09:25 | 作废
        ",
    );
}

#[test]
fn a_refusal_says_what_is_missing() {
    let desk = two_cases();
    desk.play(
        "
        09:10 show NONE => 1 NONE
        09:10 sign NONE => 1 NONE
        09:10 dispatch NONE => 1 NONE
        09:10 note NONE x => 1 NONE
        09:10 unit-sign N1 => 1 单位
        09:10 reply N1 --unit 柳河 => 1 柳河社区
        09:10 review N1 accepted => 1 答复
        09:10 close N1 => 1 答复
        09:10 close N1 --unreviewed => 1 理由 | --reason
        09:10 rate N1 satisfied => 1 待签收
        09:10 follow-up N1 => 1 差评
        09:10 rework N1 => 1 差评
        09:10 appeal N1 file => 1 差评
        09:10 appeal N1 uphold => 1 申诉
        09:10 look-back N1 stable => 1 回头看
        09:10 untag N1 repeat => 1 标签
        09:10 link N1 N1 => 1 自己
        09:10 amend N1 title=巷内下水管外溢 => 1 没有变化
        09:10 undo N1 => 1 撤销
        09:10 undo N1 --id 01a20f7e-9c7e-747d-9639-7e96c711403e => 1 01a20f7e-9c7e-747d-9639-7e96c711403e
        09:10 void N1 --reason ' ' => 1 理由
        09:10 excuse N1 close --reason ' ' => 1 理由
        09:10 dispatch N1 --to 城管办 --assist 城管办 => 1 牵头
        09:10 transfer N1 --from 城管办 --grounds x => 1 城管办
        09:10 swap 2026-11-22 A => 1 理由 | --reason
        09:10 handover 2026-11-20 => 1 理由
        09:10 stand-in 2026-11-25 --for A --by-post A => 1 自己
        09:10 undo --roster => 1 撤销
        09:10 sign N1 => 0 N1
        09:11 amend N1 kind=urgent => 1 理由 | --reason
        09:11 add --number U2 --kind urgent --title 无属地 => 0 U2
        09:12 dispatch U2 => 1 属地
        ",
    );
}

#[test]
fn what_is_refused_leaves_no_trace() {
    let desk = two_cases();
    desk.run("09:06", "sign N1").ends(0);
    let log = desk.run("09:07", "log export").ends(0).out;
    for line in [
        "sign N1",
        "close N1",
        "void N1 --reason ' '",
        "swap 2026-11-01 A",
    ] {
        desk.run("09:08", line).ends(1);
    }
    assert_eq!(desk.run("09:09", "log export").ends(0).out, log);
}

#[test]
fn the_other_language_says_the_same() {
    let desk = two_cases().with("LANG", "en_US.UTF-8");
    desk.play(
        "
        09:08 sign N1 --by post:B => 0 signed by the street
        09:10 sign N1 => 1 Post B | 11-23 09:08
        09:10 sign N1 --lang zh => 1 B 岗
        09:10 void U1 --reason ' ' => 1 a reason is needed | --reason
        ",
    );
    assert_eq!(
        Desk::new()
            .with("LANG", "C")
            .run("09:00", "show X")
            .ends(1)
            .err,
        "没有 X 这个件 · 用 zhiban list --all --search 件号末几位 查找\n"
    );
}
