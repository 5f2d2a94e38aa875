//! The copy of the store at the end of every shift.

use std::fs;
use std::path::Path;
use std::sync::{Arc, mpsc};
use std::time::Duration;

use zhiban::app::msg::Msg;
use zhiban::app::text::{Language, Texts};
use zhiban::domain::time::{Date, Stamp, TimeOfDay};
use zhiban::runtime::backups::Settings;
use zhiban::runtime::clock::Clock;
use zhiban::runtime::effects::{Keeper, Wish};
use zhiban::store::{copy_daily, daily_copies, daily_copy};

use super::{Desk, add, exported, moment, open, work_through};

fn shift(day: &str) -> Date {
    day.parse().unwrap()
}

fn days(folder: &Path) -> Vec<String> {
    let shifts = daily_copies(folder).unwrap();
    shifts.iter().map(ToString::to_string).collect()
}

#[test]
fn each_shift_has_one_sound_copy_and_only_the_latest_stay() {
    let desk = Desk::new();
    let mut store = desk.open();
    work_through(&mut store, 1);
    let folder = desk.file("backups");
    assert_eq!(days(&folder), [""; 0]);
    for day in ["2026-11-20", "2026-11-21", "2026-11-22"] {
        assert!(copy_daily(&desk.path(), &folder, shift(day), 2).unwrap());
    }
    assert_eq!(days(&folder), ["2026-11-21", "2026-11-22"]);
    let copy = daily_copy(&folder, shift("2026-11-22"));
    let before = exported(&open(&copy));
    assert_eq!(before, exported(&store));
    // Another window that comes later leaves it as it is, also when more has been written since.
    add(&mut store, 2, "09:00");
    assert!(!copy_daily(&desk.path(), &folder, shift("2026-11-22"), 2).unwrap());
    assert_eq!(exported(&open(&copy)), before);
}

#[test]
fn only_its_own_files_are_taken_away() {
    let desk = Desk::new();
    work_through(&mut desk.open(), 1);
    let folder = desk.file("backups");
    fs::create_dir(&folder).unwrap();
    let others = [
        "zhiban-before-the-move.db",
        "zhiban-2026-11-01.db.old",
        "a.txt",
    ];
    for name in others {
        fs::write(folder.join(name), "kept").unwrap();
    }
    for day in ["2026-11-20", "2026-11-21"] {
        copy_daily(&desk.path(), &folder, shift(day), 1).unwrap();
    }
    assert_eq!(days(&folder), ["2026-11-21"]);
    for name in others {
        assert_eq!(fs::read_to_string(folder.join(name)).unwrap(), "kept");
    }
}

#[test]
fn a_copy_that_another_window_is_making_is_left_to_it() {
    let desk = Desk::new();
    work_through(&mut desk.open(), 1);
    let folder = desk.file("backups");
    fs::create_dir(&folder).unwrap();
    let lock = fs::File::create(folder.join(".lock")).unwrap();
    lock.lock().unwrap();
    assert!(!copy_daily(&desk.path(), &folder, shift("2026-11-23"), 1).unwrap());
    drop(lock);
    assert!(copy_daily(&desk.path(), &folder, shift("2026-11-23"), 1).unwrap());
}

/// The store's thread of an open desk, at a moment that stands still.
fn kept(desk: &Desk, now: Stamp, folder: &Path) -> (Keeper, mpsc::Receiver<Msg>) {
    let (tell, told) = mpsc::channel();
    let settings = Settings {
        folder: folder.to_owned(),
        keep: 14,
    };
    let answer = move |msg| drop(tell.send(msg));
    let ends = TimeOfDay::new(22, 0);
    let clock = Clock::Fixed(now);
    let keeper = Keeper::start(
        desk.open(),
        clock,
        Arc::new(Texts::new(Language::Zh)),
        answer,
        None,
        Some((settings, ends)),
    );
    let keeper = keeper.unwrap();
    // A wake-up, as the clock gives them.
    keeper.ask(Wish::Look);
    (keeper, told)
}

/// Waits until it is so.
fn becomes(mut it_is: impl FnMut() -> bool) {
    let looked = (0..6000).any(|_| {
        std::thread::sleep(Duration::from_millis(5));
        it_is()
    });
    assert!(looked);
}

#[test]
fn an_open_desk_copies_the_shift_that_has_ended_and_makes_up_for_yesterdays() {
    let desk = Desk::new();
    // Keyed at noon of the 23rd.
    work_through(&mut desk.open(), 1);
    let folder = desk.file("backups");
    let at_night = kept(&desk, moment("2026-11-23T22:00:10"), &folder);
    becomes(|| days(&folder) == ["2026-11-23"]);
    drop(at_night);
    let next_morning = kept(&desk, moment("2026-11-25T07:30:00"), &folder);
    becomes(|| days(&folder) == ["2026-11-23", "2026-11-24"]);
    drop(next_morning);
    // A store that was not there at the end of the last shift has nothing to be made up for.
    let fresh = Desk::new();
    work_through(&mut fresh.open(), 1);
    let folder = fresh.file("backups");
    drop(kept(&fresh, moment("2026-11-23T12:30:00"), &folder));
    assert_eq!(days(&folder), [""; 0]);
}

#[test]
fn a_copy_that_cannot_be_written_is_told_of_and_the_desk_goes_on() {
    let desk = Desk::new();
    work_through(&mut desk.open(), 1);
    let folder = desk.file("backups");
    fs::write(&folder, "a file where the folder should be").unwrap();
    let (keeper, told) = kept(&desk, moment("2026-11-23T22:00:10"), &folder);
    let msg = told.recv_timeout(Duration::from_secs(30)).unwrap();
    let Msg::NotBackedUp(problem) = msg else {
        panic!("{msg:?}");
    };
    assert!(problem.contains("backups"), "{problem}");
    keeper.ask(Wish::LookUp("1".to_owned()));
    let msg = told.recv_timeout(Duration::from_secs(30)).unwrap();
    assert!(matches!(msg, Msg::LookedUp { .. }), "{msg:?}");
}
