//! All by the mouse: what is clicked has the hand, what is clicked again is done.

use super::NARROW;
use super::desk::Desk;

#[test]
fn an_act_from_the_menu_to_its_dialog() {
    let mut desk = Desk::morning(NARROW);
    desk.select("FZ26112300003");
    desk.click_on("办理");
    assert!(desk.screen().contains("办理 FZ26112300003"));
    // What is greyed stays so under the mouse.
    desk.click_on("返工");
    assert!(
        desk.screen()
            .contains("! FZ26112300003 未办：没有成立的差评")
    );
    desk.click_on("转办");
    assert!(desk.screen().contains("转办 FZ26112300003"));
    desk.click_on("交给");
    desk.press("zzb");
    desk.click_on("综治办");
    assert!(desk.screen().contains("已选 综治办"));
    desk.click_on("依据");
    desk.press("属市政");
    desk.click_on("保存");
    let screen = desk.screen();
    assert!(screen.contains("FZ26112300003 已记：转办"), "{screen}");
    desk.click_on(".");
    desk.click_on("标签");
    desk.click_on("[ ] 易反弹");
    assert!(desk.screen().contains("[x] 易反弹"));
    desk.press("<esc>");
    desk.click_on("灵响 · A 岗");
    assert!(desk.screen().contains("▸1!112300002"));
}

#[test]
fn a_case_is_dispatched() {
    let mut desk = Desk::morning(NARROW);
    desk.select("FZ26112300012");
    desk.click_on("派发");
    desk.press("cgb ");
    desk.click_on("综治办");
    assert!(desk.screen().contains("▸综治办"), "{}", desk.screen());
    desk.scroll(-1);
    assert!(desk.screen().contains("▸城管办"), "{}", desk.screen());
    desk.click_on("民政办");
    desk.click_on("民政办");
    let screen = desk.screen();
    assert!(
        screen.contains("FZ26112300012 已记：派发 民政办、城管办(协办)"),
        "{screen}"
    );
}

#[test]
fn a_phone_reminder_is_logged() {
    let mut desk = Desk::morning(NARROW);
    desk.select("FZ26112300009");
    desk.click_on("电话提醒");
    desk.click_on("城管办");
    assert!(desk.screen().contains("▸城管办"), "{}", desk.screen());
    desk.scroll(-1);
    desk.scroll(1);
    desk.click_on("未接通");
    let screen = desk.screen();
    assert!(
        screen.contains("已记：电话提醒 城管办（催签收，未接通）"),
        "{screen}"
    );
}

#[test]
fn a_suggestion_is_taken() {
    let mut desk = Desk::morning(NARROW);
    desk.select("FZ26112100005");
    desk.press("i");
    // Its reasons are part of it.
    desk.click_on("提到群租");
    assert!(desk.screen().contains("▸疑为敏感件"), "{}", desk.screen());
    desk.scroll(-1);
    assert!(desk.screen().contains("▸疑为重复件"), "{}", desk.screen());
    desk.click_on("提到群租");
    desk.click_on("疑为敏感件");
    assert!(desk.screen().contains("已记：加标签"), "{}", desk.screen());
}

#[test]
fn a_case_is_keyed_in() {
    let mut desk = Desk::morning(NARROW);
    desk.press("nFZ26112300077");
    desk.click_on("普通自处件");
    assert!(
        desk.screen().contains("▸类别       < 紧急件"),
        "{}",
        desk.screen()
    );
    desk.click_on("属地社区");
    desk.click_on("事由");
    desk.press("路面塌陷");
    desk.scroll(-1);
    assert!(desk.screen().contains("▸属地社区"), "{}", desk.screen());
    desk.click_on("保存");
    let screen = desk.screen();
    assert!(screen.contains("112300077 紧 路面塌陷"), "{screen}");
}

#[test]
fn an_act_is_found_in_the_list_of_all() {
    let mut desk = Desk::morning(NARROW);
    desk.press(":hs");
    desk.click_on("会商");
    assert!(!desk.screen().contains("全部操作"), "{}", desk.screen());
}
