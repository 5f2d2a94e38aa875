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
             --address 柳河路8号 --reporter 林女士 --phone 13912345678 => 0 {number}
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

/// What may be erased of a fact, and the mark of it.
const CITIZEN: [&str; 5] = ["reporter", "phone", "address", "body", "erased"];

/// A case without what may be erased.
fn kept(desk: &Desk, number: &str) -> Value {
    let mut case = desk.json(NOW, &format!("show {number} --unmasked"));
    for fact in case["timeline"].as_array_mut().unwrap() {
        fact.as_object_mut()
            .unwrap()
            .retain(|name, _| !CITIZEN.contains(&name.as_str()));
    }
    case.as_object_mut()
        .unwrap()
        .retain(|name, _| !CITIZEN.contains(&name.as_str()));
    case
}

#[test]
fn it_says_what_it_would_do_and_does_nothing() {
    let desk = years();
    let before = desk.run(NOW, "log export").ends(0).out;
    desk.run(NOW, "anonymise").ends(0).shows(&[
        "将清除 2 件",
        "2025-06-02 10:10 到 2025-09-01 10:10",
        "姓名 2 个、电话 2 个、地址 2 处",
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
    let after = ["OLD1", "OLD2", "NEW1"].map(|n| kept(&desk, n));
    assert_eq!(before, after);
    assert_eq!(desk.json(NOW, "list --all"), list);
    let old = desk.json(NOW, "show OLD2 --unmasked");
    assert_eq!((&old["reporter"], &old["phone"]), (&json!(""), &json!("")));
    let new = desk.json(NOW, "show NEW1 --unmasked");
    assert_eq!(new["phone"], "13912345678");
    assert_eq!(desk.json(NOW, "show OLD1 --unmasked")["body"], "");
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

/// Signs that name the citizen of `OLD1` in one way or another.
const GONE: [&str; 9] = [
    "独一无二",
    "独 一无二",
    "13977778888",
    "139-7777-8888",
    "１３９７７７７８８８８",
    "059123456789",
    "桃源路88号",
    "独阿姨",
    "改名之人",
];

/// A case whose citizen is named in every field and text that there is, in the roster and in another case; then closed.
fn named_everywhere() -> Desk {
    let desk = Desk::new();
    desk.play(
        "
        2025-06-02T09:00 add --number OLD1 --kind ordinary --community 柳河 --title '独一无二反映桃源路88号漏水' \
         --body '我是独一无二，请打139-7777-8888' --address 桃源路88号 --reporter 独一无二 --phone 13977778888 => 0
        2025-06-02T09:01 add --number OLD2 --kind ordinary --community 柳河 --title 井盖 --reporter 另一个人 => 0
        2025-06-02T09:05 note OLD1 '独 一无二 １３９７７７７８８８８ 又来电，独阿姨在桃源路88号等' => 0
        2025-06-02T09:20 dispatch OLD1 => 0
        2025-06-02T09:21 dispatch OLD2 => 0
        2025-06-02T09:30 transfer OLD1 --from 柳河社区 --to 城管办 --grounds '独一无二住桃源路88号' => 0
        2025-06-02T09:31 amend OLD1 phone=059123456789 reporter=改名之人 title='改名之人又反映' --reason '独一无二换号' => 0
        2025-06-02T09:32 extend OLD1 request --by unit --reason '等独一无二回电13977778888' => 0
        2025-06-02T09:33 contact OLD1 --note '13977778888 独一无二' => 0
        2025-06-02T09:34 escalate OLD1 --to 独一无二 => 0
        2025-06-02T09:40 note OLD2 '与OLD1独一无二13977778888同一件事' => 0
        2025-06-02T09:41 link OLD2 OLD1 => 0
        2025-06-02T09:50 swap 2025-06-03 A --reason '去桃源路88号找独一无二' => 0
        2025-06-02T09:51 handover 2025-06-02 --note '明天回电独一无二13977778888' => 0
        2025-06-02T10:00 reply OLD1 --text '已联系独一无二13977778888' => 0
        2025-06-02T10:05 review OLD1 accepted => 0
        2025-06-02T18:10 close OLD1 => 0
        ",
    );
    desk
}

#[test]
fn no_byte_of_them_is_left_in_the_files() {
    let desk = named_everywhere();
    let holds = |words: &[&str], files: &[&str]| {
        let bytes = files
            .iter()
            .map(|f| std::fs::read(desk.path(f)).unwrap_or_default());
        let bytes: Vec<Vec<u8>> = bytes.collect();
        let is_in = |w: &&&str| {
            let found = |b: &Vec<u8>| b.windows(w.len()).any(|x| x == w.as_bytes());
            bytes.iter().any(found)
        };
        words
            .iter()
            .filter(is_in)
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    };
    assert_eq!(holds(&GONE, &STORE_FILES), GONE);
    desk.run(NOW, "log export full.jsonl").ends(0);
    let counted = [
        "list --all",
        "bulletin 2025-06",
        "summary 2025-06-02",
        "oversight 2025-06",
    ];
    let before = counted.map(|line| desk.json(NOW, line));
    let (old1, old2) = (kept(&desk, "OLD1"), kept(&desk, "OLD2"));
    let would = desk.json(NOW, "anonymise");
    let done = desk.json(NOW, "anonymise --yes");
    assert_eq!(would["done"], false);
    for figure in [
        "cases",
        "names",
        "phones",
        "addresses",
        "texts",
        "elsewhere",
    ] {
        assert_eq!(would[figure], done[figure], "{figure}");
    }
    assert_eq!((&done["cases"], &done["elsewhere"]), (&json!(1), &json!(3)));
    assert_eq!(done["unswept"], false);
    desk.run(NOW, "backup copy.db").ends(0);
    desk.run(NOW, "log export bare.jsonl").ends(0);
    let mut files = STORE_FILES.to_vec();
    files.extend(["copy.db", "bare.jsonl"]);
    assert_eq!(holds(&GONE, &files), [""; 0]);
    // Counts and verdicts are as they were, but for what they quote.
    let figures = |value: &Value| {
        let said = ["改**又反映", "独**139****8888", "独*************"];
        said.iter()
            .fold(value.to_string(), |text, said| text.replace(said, ""))
    };
    for (before, line) in before.iter().zip(counted) {
        assert_eq!(figures(before), figures(&desk.json(NOW, line)), "{line}");
    }
    for (before, number) in [(old1, "OLD1"), (old2, "OLD2")] {
        let after = kept(&desk, number);
        for field in [
            "clocks",
            "breaches",
            "stage",
            "units",
            "reminders",
            "received",
            "close_due",
        ] {
            assert_eq!(before[field], after[field], "{field} of {number}");
        }
    }
    let shown = desk.json(NOW, "show OLD1");
    assert_eq!(shown["timeline"][0]["erased"], "2026-11-23T09:00:00+08:00");
    desk.run(NOW, "doctor --json").ends(0);
    // Neither a log nor a list of the platform from before brings anything back.
    desk.run(NOW, "log import full.jsonl")
        .ends(0)
        .shows(&["新 0"]);
    desk.write(
        "list.csv",
        "件号,事由,类别,属地,接件时间,诉求人,联系电话,地址\n\
         OLD1,独一无二反映桃源路88号漏水,普通件,柳河,2025-06-02 09:00,独一无二,13977778888,桃源路88号\n",
    );
    desk.run(NOW, "import list.csv").ends(0);
    assert_eq!(holds(&GONE, &STORE_FILES), [""; 0]);
    assert_eq!(desk.json(NOW, "anonymise")["cases"], 0);
}

#[test]
fn facts_of_another_desk_come_in_without_the_words() {
    let desk = named_everywhere();
    desk.run(NOW, "backup copy.db").ends(0);
    desk.run(NOW, "--store two.db restore copy.db").ends(0);
    desk.play(
        "
        2025-06-02T18:20 --store two.db note OLD1 '独一无二道谢13977778888' => 0
        2026-11-23T08:59 --store two.db log export two.jsonl => 0
        2026-11-23T08:59 --store two.db log export --since 2025-06-02T18:15 late.jsonl => 0
        2026-11-23T09:00 anonymise --yes => 0
        ",
    );
    // The whole log says who it was; of the late part alone nobody knows any more.
    desk.run("", "--store three.db restore copy.db").ends(0);
    for (file, store, said) in [
        (
            "two.jsonl",
            ".local/share/zhiban/zhiban.db",
            "独**道谢***********",
        ),
        ("late.jsonl", "three.db", "**"),
    ] {
        desk.run(NOW, &format!("--store {store} anonymise --yes"))
            .ends(0);
        desk.run(
            "2026-11-23T10:00",
            &format!("--store {store} log import {file}"),
        )
        .ends(0);
        let case = desk.json(
            "2026-11-23T10:00",
            &format!("--store {store} show OLD1 --unmasked"),
        );
        let last = case["timeline"].as_array().unwrap().last().unwrap().clone();
        assert_eq!(last["text"], said, "{file}");
        assert!(last["erased"].is_string());
        // Twice changes nothing.
        desk.run(
            "2026-11-23T10:00",
            &format!("--store {store} log import {file}"),
        )
        .ends(0)
        .shows(&["新 0"]);
    }
    // The erased log goes into a store that still has the words, and leaves them there.
    desk.run("2026-11-23T10:00", "log export bare.jsonl")
        .ends(0);
    desk.run("2026-11-23T10:00", "--store two.db log import bare.jsonl")
        .ends(0);
    assert_eq!(
        desk.json("2026-11-23T10:00", "--store two.db show OLD1 --unmasked")["reporter"],
        "改名之人"
    );
}
