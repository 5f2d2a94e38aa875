//! Every act by its keys: the menu, the dialogs as they stand in both languages, and that nothing typed in one is lost.

use rstest::rstest;
use zhiban::app::model::Settings;
use zhiban::app::text::Language;

use super::NARROW;
use super::desk::Desk;

/// Compares with the kept screen of that name.
macro_rules! screen {
    ($name:expr, $shot:expr) => {
        insta::with_settings!({
            prepend_module_to_snapshot => false,
            snapshot_path => "snapshots/acts",
            omit_expression => true,
        }, {
            insta::assert_snapshot!($name, $shot);
        });
    };
}

fn both(mut scene: impl FnMut(&mut Desk), name: &str) {
    for (language, suffix) in [(Language::Zh, "zh"), (Language::En, "en")] {
        let mut desk = Desk::morning_with(NARROW, Settings::default(), language);
        scene(&mut desk);
        assert!(desk.no_sign_is_split());
        screen!(format!("{name}_{suffix}"), desk.screen());
    }
}

/// Signed by its unit, which has the case.
const AT_WORK: &str = "FZ26112300003";
/// Two units, of which none has signed.
const UNSIGNED: &str = "FZ26112300009";
/// Answered, and waiting for its review.
const ANSWERED: &str = "FZ26112200014";
/// Nothing has been done about it.
const NEW: &str = "FZ26112300012";

#[rstest]
#[case::unit_sign("unit_sign", UNSIGNED, "v")]
#[case::transfer("transfer", AT_WORK, ".z<tab>cgb")]
#[case::co_assign("co_assign", UNSIGNED, ".a<tab>zzb jjb")]
#[case::lead("lead", UNSIGNED, ".l")]
#[case::reply("reply", AT_WORK, "p已约谈施工方<enter>当晚停工<tab>2<tab>张主任")]
#[case::review("review", ANSWERED, "w  ")]
#[case::extend("extend", AT_WORK, ".x<enter>等配件")]
#[case::decide_extension("decide_extension", AT_WORK, ".y<right><enter>11-26 17:00")]
#[case::close("close", AT_WORK, ".b")]
#[case::tag("tag", AT_WORK, ".k")]
#[case::note("note", AT_WORK, ".n")]
#[case::amend("amend", AT_WORK, ".e")]
#[case::link("link", AT_WORK, ".L")]
#[case::escalate("escalate", AT_WORK, ".m")]
#[case::report("report", AT_WORK, ".i")]
#[case::excuse("excuse", AT_WORK, ".j<left>")]
#[case::void("void", AT_WORK, ".X")]
#[case::menu("menu", AT_WORK, ".")]
#[case::menu_of_a_new_case("menu_new", NEW, ".w")]
fn a_dialog(#[case] name: &str, #[case] number: &str, #[case] keys: &str) {
    let scene = |desk: &mut Desk| {
        desk.select(number);
        desk.press(keys);
    };
    both(scene, name);
}
