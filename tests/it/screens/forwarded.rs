//! What a phone forwarded: on a board until somebody deals with it, never a fact by itself, and lost by nothing.

use zhiban::domain::event::Event;
use zhiban::domain::forwarded::{Call, Forwarded};
use zhiban::domain::ids::Number;
use zhiban::store::{Store, Taken};

use super::desk::Desk;
use super::{NARROW, WIDE, morning};
use zhiban::app::model::Settings;
use zhiban::app::text::Language;

const NEW: &str = "【12345】您有新的诉求件：FZ26112300044，类别：紧急件。标题：南后街电动车堵住消防通道；\
    地址：南后街12号，诉求人：林先生，联系电话：13800000001。请及时签收。";

fn text(sender: &str, text: &str, number: Option<&str>, time: &str) -> Forwarded {
    Forwarded {
        sender: sender.to_owned(),
        text: text.to_owned(),
        sent: time.parse().unwrap(),
        number: number.map(Number::from),
        call: None,
    }
}

fn call(unit: &str, seconds: u32, time: &str) -> Forwarded {
    let length = if seconds > 0 {
        format!("通话时长：{seconds}s\n")
    } else {
        String::new()
    };
    let said = format!(
        "联系人：{unit}值班\n通话日期：{}\n{length}类型：去电挂机",
        time.replace('T', " ")
    );
    Forwarded {
        call: Some(Call {
            unit: unit.into(),
            seconds,
        }),
        // Sent on hours later, or minutes before: the phone's clock is its own.
        ..text("0591-87550002", &said, None, "2026-11-23T23:00:00")
    }
}

fn keep(store: &mut Store, message: &Forwarded) {
    let digest = format!("{message:?}");
    let kept = store.keep_forwarded(message, &digest, morning::now());
    assert_eq!(kept.unwrap(), Taken::New);
}

/// A new case, a call to a unit that two cases wait for, one to a unit that owes nothing, a hint.
fn fill(store: &mut Store) {
    morning::fill(store);
    let here = Some("FZ26112300012");
    for message in [
        text("12345", NEW, Some("FZ26112300044"), "2026-11-23T09:30:00"),
        call("城管办", 65, "2026-11-23T09:38:20"),
        call("灵响社区", 0, "2026-11-23T09:20:00"),
        text(
            "13800000009",
            "请尽快签收FZ26112300012，林女士 13800000001 又来电催",
            here,
            "2026-11-23T09:39:00",
        ),
    ] {
        keep(store, &message);
    }
}

fn board(size: (u16, u16)) -> Desk {
    let mut desk = Desk::filled(size, fill);
    desk.press("f");
    desk
}

fn reminders(desk: &Desk) -> Vec<String> {
    let facts = desk.facts().into_iter().flatten();
    let reminded = facts.filter_map(|fact| match &fact.event {
        Event::PhoneReminded(e) => Some(format!(
            "{} {} {} {} {} {}",
            fact.at,
            fact.case?,
            fact.by,
            e.unit,
            e.about,
            if e.answered { "answered" } else { "no answer" }
        )),
        _ => None,
    });
    // One stands in the morning itself.
    reminded.filter(|r| !r.contains("FZ26112300003")).collect()
}

#[test]
fn what_waits_is_counted_and_listed_by_what_it_is() {
    let mut desk = Desk::filled(NARROW, fill);
    screen!("forwarded_counted", desk.in_ink());
    desk.press("f");
    screen!("forwarded_80x24", desk.in_ink());
    desk.press("<end>");
    screen!("forwarded_hint", desk.screen());
    desk.resize((60, 15));
    screen!("forwarded_60x15", desk.screen());
    desk.resize(WIDE);
    screen!("forwarded_120x40", desk.screen());
    // From the menu of boards, without a letter too, and by the mouse on the count.
    let mut desk = Desk::filled(NARROW, fill);
    let shown = board(NARROW).screen();
    desk.press("<f11><f8>");
    assert_eq!(desk.screen(), shown);
    desk.press("<esc>");
    let (x, y) = desk.place_of("手机 4");
    desk.click(x + 1, y);
    assert_eq!(desk.screen(), shown);
    let mut empty = Desk::morning(NARROW);
    assert!(!empty.screen().contains("手机"));
    empty.press("bf");
    assert!(empty.screen().contains("手机转发来的都处理了"));
}

#[test]
fn in_english() {
    let mut desk = Desk::over(NARROW, Settings::default(), Language::En, fill);
    desk.press("f");
    screen!("forwarded_english", desk.screen());
    desk.press("j");
    screen!("forwarded_english_call", desk.screen());
}

/// The form is filled, and nothing is saved before somebody has looked at it; the message waits until then, over a restart too.
#[test]
fn a_text_becomes_a_case_when_its_form_is_saved() {
    let mut desk = board(NARROW);
    desk.press("n");
    screen!("forwarded_form", desk.screen());
    // Left as it was: the message is still there, and stands in the way of no other.
    desk.press("<esc>");
    assert!(desk.screen().contains("手机 4"));
    desk.press("f<end>n");
    assert!(desk.screen().contains("录入新件"), "{}", desk.screen());
    desk.press("<esc>");
    // What somebody has typed is gone on with.
    desk.press("fn<tab>补<esc>fn");
    assert!(
        desk.screen().contains("堵住消防通道补"),
        "{}",
        desk.screen()
    );
    desk.press("<esc>");
    assert!(!desk.shown().contains(&"FZ26112300044".to_owned()));
    let mut desk = desk.again();
    assert!(desk.screen().contains("手机 4"), "{}", desk.screen());
    desk.press("fn<f2>");
    let screen = desk.screen();
    assert!(screen.contains("FZ26112300044 已记"), "{screen}");
    assert!(desk.shown().contains(&"FZ26112300044".to_owned()));
    desk.press("f");
    assert!(desk.screen().contains("3 条待处理"));
    desk.press("<tab>");
    screen!("forwarded_taken", desk.screen());
    // Back to the case from there.
    desk.press("<enter>");
    assert!(desk.screen().contains("FZ26112300044"));
}

#[test]
fn another_case_left_unsaved_is_not_lost_to_a_message() {
    let mut desk = Desk::filled(NARROW, fill);
    desk.press("nFZ26112300099<esc>fn");
    assert!(desk.screen().contains("! 有一件没存的新件"));
    desk.press("<esc>n");
    assert!(desk.screen().contains("FZ26112300099"));
}

/// W1: one key, at the moment of the call, for what the unit owed by then, on the case the handler chose.
#[test]
fn a_call_is_confirmed_as_a_reminder_of_the_chosen_case() {
    let mut desk = board(NARROW);
    assert_eq!(reminders(&desk), [""; 0]);
    desk.press("j");
    screen!("forwarded_call", desk.in_ink());
    desk.press("c");
    let logged = "2026-11-23T09:38:20+08:00 FZ26112300009 post:A 城管办 unit_sign answered";
    assert_eq!(reminders(&desk), [logged]);
    screen!("forwarded_confirmed", desk.screen());
    // It is in time, so that the unit alone answers for a late sign.
    desk.press("<esc>");
    desk.select("FZ26112300009");
    desk.press("<enter><end>");
    screen!("forwarded_evidence", desk.screen());

    let mut desk = board(NARROW);
    desk.press("jjc");
    let logged = "2026-11-23T09:38:20+08:00 FZ26112000087 post:A 城管办 reply answered";
    assert_eq!(reminders(&desk), [logged]);
}

#[test]
fn a_call_nobody_waits_for_is_refused_and_put_aside_and_back() {
    let mut desk = board(NARROW);
    desk.press("jjjc");
    let screen = desk.screen();
    assert!(screen.contains("! 通话时没有件在等灵响社区"), "{screen}");
    desk.press("x");
    assert!(desk.screen().contains("3 条待处理"));
    assert!(desk.screen().contains("放一边了，按 u 放回"));
    desk.press("u");
    assert!(desk.screen().contains("4 条待处理"));
    desk.press("jjjx<tab>");
    screen!("forwarded_aside", desk.screen());
    desk.press("u");
    assert!(desk.screen().contains("还没有处理过"));
    desk.press("<esc>");
    assert!(desk.screen().contains("4 条待处理"));
    assert_eq!(reminders(&desk), [""; 0]);
}

#[test]
fn a_hint_becomes_a_note_on_its_case() {
    let mut desk = board(NARROW);
    desk.press("a");
    assert!(desk.screen().contains("! 没有提到本台有的件"));
    desk.press("<end>c");
    assert!(desk.screen().contains("! 这一条不是打给单位的电话"));
    desk.press("<enter>");
    assert!(desk.screen().contains("FZ26112300012"));
    desk.press("<esc>a");
    assert!(desk.screen().contains("3 条待处理"), "{}", desk.screen());
    let noted = desk.facts().into_iter().flatten().find_map(|fact| {
        let Event::Noted(e) = &fact.event else {
            return None;
        };
        Some((fact.case?.to_string(), e.text.clone()))
    });
    let said = "13800000009 2026-11-23 09:39\n请尽快签收FZ26112300012，林女士 13800000001 又来电催";
    assert_eq!(
        noted.unwrap(),
        ("FZ26112300012".to_owned(), said.to_owned())
    );
}

/// Two windows on one call: the second is told, and nothing is logged twice.
#[test]
fn what_somebody_else_dealt_with_is_refused() {
    let mut desk = board(NARROW);
    desk.press("j");
    desk.forwarded_put_aside(2);
    desk.press("c");
    let screen = desk.screen();
    assert!(
        screen.contains("! FZ26112300009") && screen.contains("已经有人处理了"),
        "{screen}"
    );
    assert_eq!(reminders(&desk), [""; 0]);
}

/// One that comes in while the desk is open.
#[test]
fn one_that_comes_in_is_said_and_counted() {
    let mut desk = Desk::morning(NARROW);
    desk.forwards(&call("城管办", 65, "2026-11-23T09:38:20"));
    let screen = desk.screen();
    assert!(
        screen.contains("手机 1") && screen.contains("f 处理：打给城管办 65 秒"),
        "{screen}"
    );
    desk.press("f");
    assert!(
        desk.screen().contains("▸11-23 09:38 城管办 65 秒"),
        "{}",
        desk.screen()
    );
    // The wheel and the mouse move the hand; a second click opens the case.
    desk.scroll(1);
    let moved = "▸                               FZ26112000087";
    assert!(desk.screen().contains(moved), "{}", desk.screen());
    let (x, y) = desk.place_of("FZ26112300009");
    desk.click(x, y);
    desk.click(x, y);
    assert!(desk.screen().contains("巷内下水管外溢"));
}
