//! A year of shifts in minutes: cases come and are worked on, the desk is closed, asleep, killed in the act, without a
//! notification service, its clock goes back, a second window opens. In the end every reminder point of every case has its row in
//! the journal, and the log, taken in by an empty store, gives the same projection row by row.
//!
//! One month's worth of the same by proptest, which shrinks what fails: `it journal::year`; logs in any order and in pieces:
//! `it store::log`.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::types::Value;
use tempfile::TempDir;
use zhiban::domain::command::{Act, RosterAct};
use zhiban::domain::ids::{About, Fault, Number, Party, Post, Rating, Tag, Verdict};
use zhiban::domain::occasion::Absence;
use zhiban::domain::schedule::Schedule;
use zhiban::domain::time::{Stamp, TimeOfDay};
use zhiban::store::Store;

use super::accounts::{Books, balance};
use super::acts::{context, life, received, rules};
use super::chance::{Chance, seed};
use super::disk::in_memory;
use super::teller::Window;

/// A window with the moments it is to wake at, as the teller keeps them.
struct Desk {
    window: Window,
    schedule: Schedule,
}

/// A case, and how many acts of its life are done.
struct Open {
    number: Number,
    done: usize,
}

struct Year {
    _room: TempDir,
    store: PathBuf,
    chance: Chance,
    now: Stamp,
    latest: Stamp,
    desks: Vec<Desk>,
    open: Vec<Open>,
    cases: Vec<Number>,
    kills: usize,
    sleeps: usize,
    jumps: usize,
    failures: usize,
}

impl Year {
    fn new(start: Stamp) -> Self {
        let room = in_memory();
        Self {
            store: room.path().join("zhiban.db"),
            _room: room,
            chance: Chance::new(seed()),
            now: start,
            latest: start,
            desks: Vec::new(),
            open: Vec::new(),
            cases: Vec::new(),
            kills: 0,
            sleeps: 0,
            jumps: 0,
            failures: 0,
        }
    }

    /// Opens a window, which first tells what was missed.
    fn open_desk(&mut self) {
        let window = Window::open(&self.store, self.now);
        let mut desk = Desk {
            window,
            schedule: Schedule::default(),
        };
        let whose = desk.window.whose(self.now);
        self.tell(
            &mut desk,
            &whose,
            Some((Stamp::from_micros(i64::MIN), Absence::NotRunning)),
        );
        self.desks.push(desk);
    }

    /// Tells of these, and shows it: or the notification fails, and the desk falls back on the bell.
    fn tell(
        &mut self,
        desk: &mut Desk,
        whose: &[Option<Number>],
        absent: Option<(Stamp, Absence)>,
    ) {
        let told = desk.window.tell_of(whose, self.now, absent);
        for (whose, next) in told.next {
            desk.schedule.put(whose, next);
        }
        let ids: Vec<i64> = told.telling.popup.iter().map(|line| line.id).collect();
        let failed = !ids.is_empty() && self.chance.percent(3);
        self.failures += usize::from(failed);
        let shown = if failed { Err("no service") } else { Ok(()) };
        desk.window.store.settle(&ids, shown).unwrap();
    }

    /// Every window looks at what has come, in any order.
    fn wake(&mut self, absent: Option<(Stamp, Absence)>) {
        let mut desks = std::mem::take(&mut self.desks);
        if self.chance.percent(50) {
            desks.reverse();
        }
        for desk in &mut desks {
            let due = desk.schedule.due(self.now);
            if !due.is_empty() {
                self.tell(desk, &due, absent);
            }
        }
        self.desks = desks;
    }

    /// Goes on until a moment, waking at each of the schedule's on the way.
    fn until(&mut self, until: Stamp) {
        while let Some(next) = self.desks.iter().filter_map(|d| d.schedule.next()).min() {
            if next > until {
                break;
            }
            self.now = self.now.max(next);
            self.wake(None);
        }
        self.now = self.now.max(until);
        self.latest = self.latest.max(self.now);
    }

    /// A case has changed: every window lays it out anew.
    fn touched(&mut self, number: &Number) {
        for desk in &mut self.desks {
            let next = desk
                .window
                .store
                .next_telling(Some(number), self.now)
                .unwrap();
            desk.schedule.put(Some(number.clone()), next);
        }
        self.wake(None);
    }

    fn writing<T>(&mut self, write: impl FnOnce(&mut Store, Stamp) -> T) -> T {
        match self.desks.first_mut() {
            Some(desk) => write(&mut desk.window.store, self.now),
            // From the command line, with no desk open.
            None => write(
                &mut Store::open(&self.store, rules(), self.now).unwrap(),
                self.now,
            ),
        }
    }

    fn arrives(&mut self) {
        let n = self.cases.len();
        let number = Number::from(format!("YEAR{n:05}"));
        let added =
            self.writing(|store, now| store.add(&number, received(n), &context(now)).is_ok());
        assert!(added);
        self.open.push(Open {
            number: number.clone(),
            done: 0,
        });
        self.cases.push(number.clone());
        self.touched(&number);
    }

    /// The next act of some case's life, or one that comes between.
    fn acts(&mut self) {
        // Acts are keyed at a desk. What comes in and is closed while none is open for two days is told of to nobody, and has no
        // rows: there is nothing to tell by then.
        if self.open.is_empty() || self.desks.is_empty() {
            return;
        }
        // The oldest first, mostly: an office whose cases lay about for ever would tell of nothing else.
        let all = self.open.len();
        let at = if self.chance.percent(70) {
            0
        } else {
            self.chance.below(all)
        };
        let life = life();
        let between = self.chance.percent(20);
        let act = if between {
            self.between()
        } else {
            life[self.open[at].done].clone()
        };
        let number = self.open[at].number.clone();
        let done = self.writing(|store, now| store.act(&number, &act, &context(now), None).is_ok());
        if !between && done {
            self.open[at].done += 1;
        } else if !between {
            // What came between has set it back: a reply that was not accepted, an act that was taken back.
            self.open[at].done = self.chance.below(life.len());
        }
        if self.open[at].done == life.len() {
            self.open.remove(at);
            self.aftercare(&number);
        }
        self.touched(&number);
    }

    /// Some citizens are not content, and most of those are rung up the same day.
    fn aftercare(&mut self, number: &Number) {
        let reason = None;
        let bad = Act::Rate {
            rating: Rating::Dissatisfied,
            reason,
        };
        for (act, so_many) in [(bad, 10), (Act::FollowUp, 60)] {
            if !self.chance.percent(so_many) {
                break;
            }
            let _ = self.writing(|store, now| store.act(number, &act, &context(now), None));
        }
    }

    fn between(&mut self) -> Act {
        let reason = "需要更多时间".to_owned();
        let close_due = Some(self.now.plus_minutes(2 * 24 * 60));
        let acts = [
            Act::Tag { tag: Tag::Repeat },
            Act::Tag {
                tag: Tag::Discipline,
            },
            Act::Tag { tag: Tag::AtRisk },
            Act::Remind {
                unit: None,
                about: About::UnitSign,
                answered: true,
            },
            Act::Review {
                verdict: Verdict::Nonstandard,
                faults: vec![Fault::Wording],
            },
            Act::RequestExtension {
                party: Party::Unit,
                reason,
            },
            Act::DecideExtension {
                granted: true,
                close_due,
            },
            Act::Note {
                text: "问过了".to_owned(),
            },
            Act::Undo { id: None },
        ];
        self.chance.one_of(&acts).clone()
    }

    /// Dies in the act of telling, and is opened again at once or later.
    fn dies(&mut self) {
        let Some(mut desk) = self.desks.pop() else {
            return;
        };
        let whose = desk.window.whose(self.now);
        let _ = desk.window.tell_of(&whose, self.now, None);
        desk.window.die();
        self.kills += 1;
        let minutes = self.chance.below(90);
        if self.chance.percent(50) {
            self.now = self.now.plus_minutes(i64::try_from(minutes).unwrap());
        }
        self.open_desk();
    }

    /// Everything stands still for a while: the machine sleeps, or the program is stopped.
    fn sleeps(&mut self) {
        let minutes = *self.chance.one_of(&[1, 11, 60, 600]);
        let since = self.now;
        self.now = since.plus_minutes(minutes);
        self.latest = self.latest.max(self.now);
        self.sleeps += 1;
        self.wake(Some((since, Absence::Asleep)));
    }

    /// The clock is set back, and later it is right again.
    fn jumps(&mut self) {
        let seconds = *self.chance.one_of(&[1, 600, 3 * 3600, 24 * 3600]);
        let right = self.now;
        self.now = right.plus_seconds(-seconds);
        self.jumps += 1;
        self.wake(None);
        let wrong_for = self.chance.below(30);
        self.until(self.now.plus_minutes(i64::try_from(wrong_for).unwrap()));
        let since = self.now;
        self.now = right.max(since);
        self.wake(Some((since, Absence::Asleep)));
    }

    fn day(&mut self, day: i64) {
        let begins = Stamp::at(self.now.date(), TimeOfDay::new(0, 0)).plus_minutes(24 * 60);
        let begins = if day == 0 {
            self.now
        } else {
            begins.plus_minutes(7 * 60 + 30)
        };
        self.until(begins);
        if self.desks.is_empty() && self.chance.percent(93) {
            self.open_desk();
        }
        let mut moments: Vec<usize> = (0..26).map(|_| self.chance.below(14 * 60 * 60)).collect();
        moments.sort_unstable();
        for seconds in moments {
            self.until(begins.plus_seconds(i64::try_from(seconds).unwrap()));
            match self.chance.below(100) {
                0..9 => self.arrives(),
                9..90 => self.acts(),
                90..92 => self.dies(),
                92..94 => self.sleeps(),
                94 => self.jumps(),
                95..97 if self.desks.len() == 1 => self.open_desk(),
                95..97 => drop(self.desks.pop()),
                _ => self.swaps(),
            }
            self.latest = self.latest.max(self.now);
        }
        self.until(begins.plus_minutes(15 * 60));
        if self.chance.percent(75) {
            self.desks.clear();
        }
    }

    fn swaps(&mut self) {
        let date = self.now.plus_minutes(24 * 60).date();
        let post = *self.chance.one_of(&[Post::A, Post::B]);
        let swap = RosterAct::Swap {
            date,
            post,
            reason: Some("换班".to_owned()),
        };
        let _ = self.writing(|store, now| store.act_on_roster(&swap, &context(now)));
    }

    /// The end of the year: somebody opens the desk, and nothing is left to be told.
    fn close(&mut self) -> Books {
        self.desks.clear();
        self.open_desk();
        self.until(self.now.plus_minutes(60));
        let first = Stamp::from_micros(i64::MIN / 2);
        let desk = &self.desks[0].window;
        let rows = desk.journal(first, self.latest.plus_minutes(24 * 60 * 400));
        balance(&desk.store, &rows, &self.cases, self.now, self.latest).unwrap()
    }
}

/// The projection and the log, but for the place a fact has in this store's own order.
fn content(store: &Path) -> Vec<Vec<Vec<Value>>> {
    let conn = Connection::open(store).unwrap();
    let facts = "SELECT id, desk, n, stream, at, recorded_at, \"by\", person, note, kind, body FROM events ORDER BY desk, n";
    let tables = [
        facts,
        "SELECT * FROM cases ORDER BY number",
        "SELECT * FROM verdicts ORDER BY number, place",
    ];
    let read = |sql: &str| {
        let mut select = conn.prepare(sql).unwrap();
        let width = select.column_count();
        let rows = select.query_map([], |row| (0..width).map(|i| row.get(i)).collect());
        rows.unwrap()
            .collect::<Result<Vec<Vec<Value>>, _>>()
            .unwrap()
    };
    tables.map(read).into()
}

/// The log, taken in by an empty store: the same, and again nothing new.
fn log_gives_the_same(year: &mut Year) -> usize {
    year.desks.clear();
    let mut store = Store::open(&year.store, rules(), year.now).unwrap();
    assert_eq!(store.check().unwrap().problems, []);
    let mut log = Vec::new();
    store.export_log(&mut log, None).unwrap();
    drop(store);
    let twin = year.store.with_file_name("twin.db");
    let mut copy = Store::open(&twin, rules(), year.now).unwrap();
    let first = copy.import_log(&mut log.as_slice()).unwrap();
    let second = copy.import_log(&mut log.as_slice()).unwrap();
    assert_eq!((first.known, second.new, second.known), (0, 0, first.new));
    let mut again = Vec::new();
    copy.export_log(&mut again, None).unwrap();
    assert!(again == log, "the copy's log is another");
    assert_eq!(copy.check().unwrap().problems, []);
    drop(copy);
    assert!(
        content(&twin) == content(&year.store),
        "the projections differ"
    );
    fs::remove_file(twin).unwrap();
    first.new
}

fn run(days: i64) {
    let mut year = Year::new("2026-01-01T07:30:00".parse().unwrap());
    for day in 0..days {
        year.day(day);
    }
    let books = year.close();
    let facts = log_gives_the_same(&mut year);
    let rows: usize = books.outcomes.values().sum();
    eprintln!(
        "year: {days} days, {} cases, {facts} facts, {} points, {rows} rows {:?}, 0 unaccounted; {} kills, {} sleeps, {} clocks set back, {} failed popups; the log gives the same store",
        year.cases.len(),
        books.points,
        books.outcomes,
        year.kills,
        year.sleeps,
        year.jumps,
        year.failures
    );
    assert!(books.points > year.cases.len());
}

#[test]
fn briefly() {
    run(6);
}

#[test]
#[ignore = "long: a year"]
fn at_length() {
    run(365);
}
