//! Random shifts: whatever arrives, is done, sleeps, dies and jumps, every point is accounted for exactly once.

use proptest::prelude::*;
use tempfile::TempDir;
use zhiban::domain::command::Act;
use zhiban::domain::ids::{Actor, Kind, Number, Post};
use zhiban::domain::occasion::{Absence, Outcome};
use zhiban::domain::time::Stamp;

use super::accounts::balance;
use super::{Window, at, context, to, window_on};

/// One thing that happens.
#[derive(Debug, Clone)]
enum Step {
    Arrives(Kind, &'static str),
    Sign(usize),
    Dispatch(usize),
    UnitSigns(usize),
    /// The desk is awake for so many minutes.
    Awake(i64),
    /// The program is stopped, or the machine sleeps, or the clock jumps ahead.
    Asleep(i64),
    /// The clock goes back.
    Back(i64),
    /// Quit, and opened again so many minutes later.
    Restart(i64),
    /// Killed in the act of telling, and opened again at once.
    Killed,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let kind = prop::sample::select(Kind::ALL);
    let community = prop::sample::select(&["三坊七巷", "柳河", "驿里"][..]);
    let step = prop_oneof![
        4 => (kind, community).prop_map(|(k, c)| Step::Arrives(k, c)),
        3 => (0usize..4).prop_map(Step::Sign),
        3 => (0usize..4).prop_map(Step::Dispatch),
        2 => (0usize..4).prop_map(Step::UnitSigns),
        8 => (1i64..90).prop_map(Step::Awake),
        1 => (1i64..700).prop_map(Step::Asleep),
        1 => (1i64..180).prop_map(Step::Back),
        1 => (0i64..900).prop_map(Step::Restart),
        1 => Just(Step::Killed),
    ];
    prop::collection::vec(step, 1..25)
}

struct Sim {
    folder: TempDir,
    desk: Option<Window>,
    now: Stamp,
    latest: Stamp,
    cases: Vec<Number>,
}

impl Sim {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let now = at("08:00");
        let desk = super::morning(&folder, now);
        Self {
            folder,
            desk: Some(desk),
            now,
            latest: now,
            cases: Vec::new(),
        }
    }

    fn desk(&mut self) -> &mut Window {
        self.desk.as_mut().unwrap()
    }

    /// Tells everything that has come, as the teller does when it wakes.
    fn tell(&mut self, absent: Option<(Stamp, Absence)>) {
        let now = self.now;
        let told = self.desk().tell(now, absent);
        self.desk().show(&told);
    }

    /// Wakes at every moment of the schedule, and tells there.
    fn awake_until(&mut self, until: Stamp) {
        loop {
            let now = self.now;
            let next = self.desk().next(now);
            let Some(next) = next.filter(|next| *next <= until) else {
                break;
            };
            self.now = next.max(now);
            self.tell(None);
        }
        self.now = until;
    }

    fn case(&self, n: usize) -> Option<Number> {
        self.cases.get(n % self.cases.len().max(1)).cloned()
    }

    fn act(&mut self, n: usize, act: &Act) {
        let Some(number) = self.case(n) else { return };
        let context = context(Actor::Post(Post::A), self.now);
        // What the rules refuse is none of this test's business.
        let _ = self.desk().store.act(&number, act, &context, None);
        self.tell(None);
    }

    fn take(&mut self, step: &Step) {
        match step {
            Step::Arrives(kind, community) => {
                let number = format!("FZ{}", self.cases.len());
                let now = self.now;
                self.desk().add(&number, *kind, community, now);
                self.cases.push(Number::from(number));
                self.tell(None);
            }
            Step::Sign(n) => self.act(*n, &Act::Sign),
            Step::Dispatch(n) => self.act(*n, &to("柳河社区")),
            Step::UnitSigns(n) => self.act(*n, &Act::UnitSign { unit: None }),
            Step::Awake(minutes) => self.awake_until(self.now.plus_minutes(*minutes)),
            Step::Asleep(minutes) => {
                let since = self.now;
                self.now = since.plus_minutes(*minutes);
                self.tell(Some((since, Absence::Asleep)));
            }
            Step::Back(minutes) => {
                self.now = self.now.plus_minutes(-minutes).max(at("08:00"));
                self.tell(None);
            }
            Step::Restart(minutes) => {
                self.desk = None;
                self.now = self.now.plus_minutes(*minutes);
                self.open();
            }
            Step::Killed => {
                let now = self.now;
                // Claimed, and dead before it was shown.
                let _ = self.desk().tell(now, None);
                self.desk.take().unwrap().die();
                self.open();
            }
        }
        self.latest = self.latest.max(self.now);
    }

    fn open(&mut self) {
        self.desk = Some(window_on(&self.folder, self.now));
        self.tell(Some((Stamp::from_micros(i64::MIN), Absence::NotRunning)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_point_is_accounted_for_exactly_once(steps in steps()) {
        let mut sim = Sim::new();
        for step in &steps {
            sim.take(step);
        }
        let (now, latest, cases) = (sim.now, sim.latest, sim.cases.clone());
        let desk = sim.desk();
        let rows = desk.journal(at("2026-11-01T00:00"), at("2027-12-01T00:00"));
        balance(&desk.store, &rows, &cases, now, latest).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn while_awake_nothing_is_late(steps in steps()) {
        let mut sim = Sim::new();
        for step in steps.iter().filter(|s| !matches!(s, Step::Asleep(_) | Step::Back(_) | Step::Restart(_) | Step::Killed)) {
            sim.take(step);
        }
        let rows = sim.desk().journal(at("08:00"), at("2027-12-01T00:00"));
        for row in rows.iter().filter(|r| r.outcome == Outcome::Told || r.outcome == Outcome::Missed) {
            let late = row.told_at.unwrap().micros_since(row.occasion.at);
            let night = row.occasion.at.time().seconds() >= 22 * 3600 || row.occasion.at.time().seconds() < 7 * 3600 + 1800;
            prop_assert!(row.outcome != Outcome::Missed, "{row:?}");
            prop_assert!(night || late <= 1_000_000, "{row:?}");
        }
    }
}
