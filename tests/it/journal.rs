//! The journal on real stores: every point told once or accounted for, by two windows, through crashes, sleep and the night.

use tempfile::TempDir;
use zhiban::domain::command::{Act, Context};
use zhiban::domain::event::{Assignment, Received};
use zhiban::domain::ids::{Actor, Community, Kind, Number, Post, Role, Unit};
use zhiban::domain::occasion::Absence;
use zhiban::domain::telling::Telling;
use zhiban::domain::time::Stamp;

mod accounts;
mod moments;
mod waits;
mod window;
mod year;

pub use window::Window;

/// A moment of Monday, 2026-11-23, post A's day; another date can be given before it.
pub fn at(text: &str) -> Stamp {
    let text = if text.contains('T') {
        text.to_owned()
    } else {
        format!("2026-11-23T{text}")
    };
    text.parse().unwrap()
}

pub fn received(kind: Kind, community: &str) -> Received {
    Received {
        community: Some(Community::from(community)),
        ..Received::new(kind, "巷内下水管外溢")
    }
}

pub fn context(by: Actor, now: Stamp) -> Context {
    Context {
        at: now,
        now,
        by,
        person: None,
        note: None,
    }
}

pub fn to(unit: &str) -> Act {
    Act::Dispatch {
        units: vec![Assignment {
            unit: Unit::from(unit),
            role: Role::Lead,
        }],
    }
}

impl Window {
    pub fn add(&mut self, number: &str, kind: Kind, community: &str, now: Stamp) {
        let number = Number::from(number);
        self.store
            .add(
                &number,
                received(kind, community),
                &context(Actor::System, now),
            )
            .unwrap();
    }

    pub fn act(&mut self, number: &str, act: &Act, now: Stamp) {
        let context = context(Actor::Post(Post::A), now);
        self.store
            .act(&Number::from(number), act, &context, None)
            .unwrap();
    }

    /// The rows of a case on the day of 2026-11-23, as `C1 -5m told`.
    pub fn rows(&self, number: &str) -> Vec<String> {
        let rows = self.journal(at("00:00"), at("2026-11-24T00:00"));
        rows.iter()
            .filter(|row| {
                row.occasion
                    .number
                    .as_ref()
                    .is_some_and(|n| n.as_str() == number)
            })
            .map(|row| {
                let occasion = &row.occasion;
                let attempt = if row.attempt > 1 { " again" } else { "" };
                format!(
                    "{} {} {}{attempt}",
                    occasion.topic, occasion.point, row.outcome
                )
            })
            .collect()
    }
}

/// A window on the store in that folder.
pub fn window_on(folder: &TempDir, now: Stamp) -> Window {
    Window::open(&folder.path().join("zhiban.db"), now)
}

/// The shift's own moments up to now are told, so that a scene is about its case alone.
pub fn morning(folder: &TempDir, now: Stamp) -> Window {
    let mut window = window_on(folder, now);
    let told = window.tell(now, Some((Stamp::from_micros(0), Absence::NotRunning)));
    window.show(&told);
    let ids: Vec<i64> = told.banners.iter().map(|l| l.id).collect();
    window.store.acknowledge(&ids, now).unwrap();
    window
}

/// What a telling says, as `FZ1 C1 -5m`.
pub fn said(telling: &Telling) -> Vec<String> {
    telling
        .banners
        .iter()
        .map(|line| {
            let number = line.occasion.number.as_ref().map_or("-", Number::as_str);
            format!("{number} {} {}", line.occasion.topic, line.occasion.point)
        })
        .collect()
}

pub fn popped(telling: &Telling) -> Vec<String> {
    let only = Telling {
        banners: telling.popup.clone(),
        ..Telling::default()
    };
    said(&only)
}
