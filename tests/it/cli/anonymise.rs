//! Erasing names and numbers of long closed cases: said first, done when told, and nothing else changes.

use serde_json::{Value, json};

use super::{Desk, STORE_FILES};

/// Two cases that were closed a year and more ago, one of them with the citizen's words in the log; one closed of late.
fn years() -> Desk {
    let desk = Desk::new();
    for (number, day, body) in [
        ("OLD1", "2025-06-02", "请打13912345678找林女士"),
        ("OLD2", "2025-09-01", "路灯不亮"),
        ("NEW1", "2026-11-20", "路灯不亮"),
    ] {
        desk.play(&format!(
            "
            {day}T09:00 add --number {number} --kind ordinary --community 柳河 --title 路灯 --body {body} \
             --reporter 林女士 --phone 13912345678 => 0 {number}
            {day}T09:20 dispatch {number} => 0
            {day}T10:00 reply {number} --text 已修 => 0
            {day}T10:05 review {number} accepted => 0
            {day}T10:10 close {number} => 0
            "
        ));
    }
    desk
}

const NOW: &str = "2026-11-23T09:00";

/// A case without what may be erased.
fn kept(desk: &Desk, number: &str) -> Value {
    let mut case = desk.json(NOW, &format!("show {number} --unmasked"));
    for fact in case["timeline"].as_array_mut().unwrap() {
        fact.as_object_mut().unwrap().remove("reporter");
        fact.as_object_mut().unwrap().remove("phone");
    }
    case["reporter"] = Value::Null;
    case["phone"] = Value::Null;
    case
}

#[test]
fn it_says_what_it_would_do_and_does_nothing() {
    let desk = years();
    let before = desk.run(NOW, "log export").ends(0).out;
    desk.run(NOW, "anonymise").ends(0).shows(&[
        "将清除 2 件",
        "2025-06-02 10:10 到 2025-09-01 10:10",
        "姓名 2 个、电话 2 个",
        "1 件",
        "--yes",
    ]);
    assert_eq!(desk.run(NOW, "log export").ends(0).out, before);
    let said = desk.json(NOW, "anonymise --older-than 500d");
    assert_eq!(said["cases"], 1);
    assert_eq!(said["done"], false);
    desk.run(NOW, "anonymise --older-than 2000d")
        .ends(0)
        .shows(&["没有"]);
}

#[test]
fn it_erases_them_and_keeps_everything_else() {
    let desk = years();
    let before = ["OLD1", "OLD2", "NEW1"].map(|n| kept(&desk, n));
    let list = desk.json(NOW, "list --all");
    let said = desk.json(NOW, "anonymise --yes");
    assert_eq!(said["cases"], 2);
    assert_eq!(said["mentioned"], 1);
    let after = ["OLD1", "OLD2", "NEW1"].map(|n| kept(&desk, n));
    assert_eq!(before, after);
    assert_eq!(desk.json(NOW, "list --all"), list);
    let old = desk.json(NOW, "show OLD2 --unmasked");
    assert_eq!((&old["reporter"], &old["phone"]), (&json!(""), &json!("")));
    let new = desk.json(NOW, "show NEW1 --unmasked");
    assert_eq!(new["phone"], "13912345678");
    // What the citizen wrote stands in the log, and is masked where it is shown.
    let body = desk.json(NOW, "show OLD1")["body"].clone();
    assert_eq!(body, "请打139****5678找林**");
    // There is nothing left to erase, and the store is sound.
    assert_eq!(desk.json(NOW, "anonymise --yes")["cases"], 0);
    desk.run(NOW, "list --search 13912345678 --all")
        .ends(0)
        .shows(&["NEW1"]);
}

#[test]
fn the_log_goes_out_and_in_afterwards_and_brings_nothing_back() {
    let desk = years();
    desk.run(NOW, "log export full.jsonl").ends(0);
    desk.run(NOW, "anonymise --yes").ends(0);
    desk.run(NOW, "log export bare.jsonl").ends(0);
    let bare = desk.read("bare.jsonl");
    assert_eq!(
        bare.matches("\"reporter\":\"林女士\"").count(),
        1,
        "of NEW1"
    );
    // A replay elsewhere gives the same case.
    desk.run(NOW, "--store other.db log import bare.jsonl")
        .ends(0);
    for number in ["OLD1", "OLD2"] {
        assert_eq!(
            desk.json(NOW, &format!("--store other.db show {number}")),
            desk.json(NOW, &format!("show {number}"))
        );
    }
    // The full log that was kept brings the names back to nobody who erased them.
    desk.run(NOW, "log import full.jsonl")
        .ends(0)
        .shows(&["新 0"]);
    assert_eq!(desk.json(NOW, "show OLD2 --unmasked")["reporter"], "");
}

#[test]
fn no_byte_of_them_is_left_in_the_files() {
    let desk = Desk::new();
    desk.play(
        "
        2025-06-02T09:00 add --number OLD1 --kind ordinary --community 柳河 --title 路灯 --reporter 独一无二 \
         --phone 13977778888 => 0
        2025-06-02T09:20 dispatch OLD1 => 0
        2025-06-02T10:00 reply OLD1 --text 已修 => 0
        2025-06-02T10:05 review OLD1 accepted => 0
        2025-06-02T10:10 close OLD1 => 0
        ",
    );
    let holds = |word: &str| {
        let bytes = STORE_FILES.map(|file| std::fs::read(desk.path(file)).unwrap_or_default());
        bytes
            .iter()
            .any(|b| b.windows(word.len()).any(|w| w == word.as_bytes()))
    };
    assert!(holds("13977778888"));
    desk.run(NOW, "anonymise --yes").ends(0);
    assert!(!holds("13977778888"));
    assert!(!holds("独一无二"));
}
