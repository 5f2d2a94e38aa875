//! The whole life of a case by commands, each act with what it says, and what the log keeps of it.

use serde_json::Value;

use super::{Desk, two_cases};

/// The events of a case in the order of its timeline.
fn events(desk: &Desk, now: &str, number: &str) -> Vec<String> {
    let case = desk.json(now, &format!("show {number}"));
    let timeline = case["timeline"].as_array().unwrap();
    let event = |fact: &Value| fact["event"].as_str().unwrap().to_owned();
    timeline.iter().map(event).collect()
}

#[test]
fn a_case_from_receipt_to_the_look_back() {
    let desk = two_cases();
    desk.play(
        "
        09:06 sign N1 --by post:A --person 王某 --note 平台已点 => 0 N1 | 街道签收 | 待派发 | 派发 11-23 10:05
        09:10 dispatch N1 --assist 城管办 => 0 办理中 | 单位签收 11-23 09:20
        09:12 remind N1 --unit 柳河 --unanswered => 0 电话提醒
        09:14 unit-sign N1 --unit 柳河社区 => 0 单位签收
        09:15 unit-sign N1 => 0 答复
        09:20 consult N1 => 0 会商
        09:21 contact N1 --note 已告知要两天 => 0 告知诉求人
        09:22 tag N1 difficult => 0 加标签
        09:23 untag N1 difficult => 0 去标签
        09:30 transfer N1 --from 柳河社区 --grounds 管道属市政 --to 综治办 => 0 转办
        09:31 dispatch N1 --to 柳河 => 0 派发
        09:32 unit-sign N1 --unit 柳河 => 0 单位签收
        09:33 co-assign N1 --unit 柳河 --add 民政办 经济办 --grounds 要协助 => 0 申请加批
        09:40 extend N1 request --by unit --reason 等配件 => 0 申请延期
        09:41 extend N1 request --reason 等配件 => 0 申请延期
        09:45 extend N1 grant --close-due 2026-11-26T17:00 => 0 延期批复
        09:46 extend N1 refuse => 0 延期批复
        10:00 reply N1 --text 已疏通 --photos 2 --approved-by 张主任 => 0 待审核
        10:05 review N1 nonstandard --fault photos-missing --fault wording => 0 审核 | 办理中
        10:20 reply N1 --text 补了照片 --photos 4 => 0 待审核
        10:30 review N1 accepted => 0 审核
        10:40 close N1 => 0 已办结
        11:00 rate N1 dissatisfied => 0 办结后续 | 差评回访 11-23 22:00
        11:10 follow-up N1 --note 因为又堵了 => 0 差评回访
        11:20 rework N1 => 0 返工
        11:30 appeal N1 file --approved-by 李书记 --stamped => 0 申诉
        2026-11-24T09:00 appeal N1 reject => 0 申诉裁定
        2026-11-24T09:05 rate N1 basically-satisfied --reason 回访后改评 => 0 评价
        2027-02-23T10:00 look-back N1 stable => 0 回头看
        ",
    );
    let expected = "received signed dispatched phone_reminded unit_signed unit_signed consulted contacted tagged \
        untagged transferred dispatched unit_signed co_assign_requested extension_requested extension_requested \
        extension_decided extension_decided replied reviewed replied reviewed closed rated followed_up reworked \
        appealed appeal_decided rated looked_back";
    assert_eq!(events(&desk, "2027-02-23T10:01", "N1").join(" "), expected);
    desk.run("2027-02-23T10:01", "show N1").ends(0).shows(&[
        "N1 · 普通自处件 · 柳河 · 已办结",
        "09:06 A 岗 王某 街道签收 · 平台已点",
        "电话提醒 · 柳河社区 · 签收 · 未接通",
        "柳河社区 > 综治办 · 管道属市政",
        "申请加批 · 柳河社区 · 民政办 · 经济办 · 要协助",
        "延期批复 · 同意至 2026-11-26 17:00",
        "延期批复 · 不同意",
        "已疏通 · 照片 2 张 · 张主任 审批",
        "审核 · 不规范 · 缺照片 · 措辞态度",
        "评价 · 基本满意 · 回访后改评",
        "申诉 · 李书记 审批",
        "申诉裁定 · 不成立",
        "回头看 · 稳定",
    ]);
}

#[test]
fn the_acts_beside_the_way() {
    let desk = two_cases();
    desk.play(
        "
        09:10 sign U1 N1 => 0 U1 已记 | N1 已记
        09:11 escalate U1 --to 分管领导 => 0 上报
        09:11 report U1 --to 街道主任 --note 群租 => 0 报主官
        09:12 link U1 N1 => 0 关联
        09:12 dismiss U1 repeat --reason 不是一回事 => 0 不采纳建议
        09:13 note U1 '先电话再上门' => 0 备注
        09:14 amend U1 title=消防通道被电动车堵住 phone=13900000001 kind=inspection community=驿里 --reason 平台改了 => 0 更正
        09:14 amend U1 close_due=2026-11-23T12:00 --reason 平台给的 => 0 更正
        09:14 amend U1 close_due= community= --reason 又收回了 => 0 更正
        09:20 excuse U1 dispatch --reason 断网 => 0 非履职不力
        09:20 excuse U1 unit-sign --unit 驿里 --reason 停电 => 0 非履职不力
        09:30 void U1 --reason 重复登记 => 0 已作废
        09:31 undo U1 => 0 撤销 | 待派发
        09:40 close N1 --unreviewed --reason 已在平台办结 => 0 已办结
        09:41 excuse N1 rating --reason 误评 => 0 非履职不力
        09:42 rate N1 satisfied => 0 评价
        ",
    );
    let case = desk.json("09:50", "show U1");
    assert_eq!(case["title"], "消防通道被电动车堵住");
    assert_eq!(
        (&case["kind"], &case["community"]),
        (&"inspection".into(), &Value::Null)
    );
    assert_eq!(case["close_due"], "2026-11-23T13:00:00+08:00");
    assert_eq!(case["stage"], "awaiting_dispatch");
}

#[test]
fn an_undo_takes_back_the_last_fact_or_the_one_named() {
    let desk = two_cases();
    desk.play(
        "
        09:10 sign N1 => 0 待派发
        09:11 tag N1 repeat => 0 加标签
        09:12 note N1 看过了 => 0 备注
        ",
    );
    let case = desk.json("09:13", "show N1");
    let tagged = case["timeline"][2]["id"].as_str().unwrap().to_owned();
    desk.run("09:13", &format!("undo N1 --id {tagged}")).ends(0);
    assert_eq!(desk.json("09:14", "show N1")["tags"], serde_json::json!([]));
    desk.play(
        "
        09:15 undo N1 => 0 撤销
        09:16 undo N1 => 0 待签收
        09:17 undo N1 => 1 没有可以撤销
        ",
    );
    let taken_back = |fact: &Value| fact["undone"] == true;
    let case = desk.json("09:18", "show N1");
    assert_eq!(
        case["timeline"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|f| taken_back(f))
            .count(),
        3
    );
}

#[test]
fn duty_is_swapped_stood_in_and_handed_over() {
    let desk = two_cases();
    desk.play(
        "
        09:00 swap 2026-11-23 B => 0 调班 · 2026-11-23 · B 岗
        09:10 sign N1 => 0 N1
        09:11 stand-in 2026-11-23 --for B --by-post A => 0 代班 · 2026-11-23 · B 岗 > A 岗
        09:12 sign U1 => 0 U1
        21:30 handover --note 两件未派 => 0 交接 · 2026-11-23 · B 岗 · 两件未派
        21:31 handover 2026-11-22 --reason 补记 => 0 交接
        21:32 swap 2026-11-20 B --reason 补记 => 0 补记
        21:33 undo --roster => 0 撤销
        ",
    );
    let signer =
        |number: &str| desk.json("21:40", &format!("show {number}"))["timeline"][1]["by"].clone();
    assert_eq!(signer("N1"), "post:B");
    assert_eq!(signer("U1"), "post:A");
    // What happened to the roster is no part of any case's story.
    assert_eq!(events(&desk, "21:40", "N1"), ["received", "signed"]);
    let facts = desk.json("21:41", "swap 2026-12-01 A");
    assert_eq!(
        (&facts[0]["event"], &facts[0]["post"]),
        (&"swapped".into(), &"A".into())
    );
}

#[test]
fn a_case_is_linked_with_one_that_is_there() {
    let desk = two_cases();
    let said = desk.run("09:06", "link N1 NONE").ends(1);
    said.complains(&["NONE"]);
    desk.run("09:07", "link N1 U1").ends(0);
    assert_eq!(desk.json("09:08", "show N1")["linked"][0]["number"], "U1");
}

#[test]
fn of_several_cases_each_is_signed_for_itself() {
    let desk = two_cases();
    desk.run("09:06", "sign N1").ends(0);
    let said = desk.run("09:07", "sign U1 N1 NONE").ends(1);
    assert!(said.out.contains("U1 已记"), "{}", said.out);
    let lines: Vec<&str> = said.err.lines().collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(
        lines[0].starts_with("N1：街道签收已办（A 岗 11-23 09:06"),
        "{lines:?}"
    );
    assert!(lines[1].contains("NONE"), "{lines:?}");
    assert_eq!(desk.json("09:08", "show U1")["stage"], "awaiting_dispatch");
}
