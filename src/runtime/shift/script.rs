//! The sample's lines, and the endless row of cases they make. What happens to a case is `life`'s business.

use serde::Deserialize;

use super::life::Plan;
use crate::domain::event::Received;
use crate::domain::ids::{Community, Fault, Kind, Number, Rating, Tag, Unit};
use crate::domain::time::{Date, Stamp, TimeOfDay, date_number};

const SAMPLE: &str = include_str!("../../../assets/sample/shift.csv");

/// When the shift is joined; the sample's earlier lines are the morning before it.
const OPENS: TimeOfDay = TimeOfDay::new(9, 40);

/// The compiled-in sample cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("the sample shift: {0}")]
pub struct BadSample(String);

impl From<csv::Error> for BadSample {
    fn from(error: csv::Error) -> Self {
        Self(error.to_string())
    }
}

/// The moment at which the sample's shift is joined: 09:40 on a Monday.
///
/// # Errors
/// Never, as long as there is such a day.
pub fn opening() -> Result<Stamp, BadSample> {
    let monday = Date::from_ymd_opt(2026, 11, 23);
    let monday = monday.ok_or_else(|| BadSample("it lies on no day".to_owned()))?;
    Ok(Stamp::at(monday, OPENS))
}

/// A line of the sample, which explains the columns.
#[derive(Debug, Deserialize)]
struct Line {
    at: String,
    kind: Option<Kind>,
    community: Option<Community>,
    sign: Option<i64>,
    dispatch: Option<i64>,
    to: Option<Unit>,
    unit_sign: Option<i64>,
    reply: Option<i64>,
    review: Option<i64>,
    fault: Option<Fault>,
    close: Option<i64>,
    rate: Option<i64>,
    rating: Option<Rating>,
    title: String,
    address: String,
    body: String,
}

/// A case as the platform hands it over, and what becomes of it.
#[derive(Debug, Clone)]
pub(super) struct Arrival {
    pub at: Stamp,
    pub received: Received,
    pub plan: Plan,
}

/// The cases in the order of their moments.
#[derive(Debug)]
pub(super) struct Script {
    arrivals: Vec<Arrival>,
    /// How many of them come before the shift is joined; the others come again and again.
    morning: usize,
    /// The seconds after which they do.
    period: i64,
}

impl Script {
    /// The sample, laid on a day.
    pub(super) fn read(day: Date) -> Result<Self, BadSample> {
        let mut reader = csv::ReaderBuilder::new()
            .comment(Some(b'#'))
            .from_reader(SAMPLE.as_bytes());
        let mut arrivals = Vec::new();
        for (n, line) in (0i64..).zip(reader.deserialize()) {
            let line: Line = line?;
            // Not everything happens on the full minute.
            let at = moment(&line.at, day)?.plus_seconds(n * 17 % 60);
            arrivals.push(line.arrives(at));
        }
        arrivals.sort_by_key(|a| a.at);
        let opens = Stamp::at(day, OPENS);
        let morning = arrivals.partition_point(|a| a.at <= opens);
        match arrivals.get(morning..) {
            Some([.., last]) => Ok(Self {
                morning,
                period: last.at.seconds_since(opens),
                arrivals,
            }),
            _ => Err(BadSample("nothing comes after its opening".to_owned())),
        }
    }

    /// The `n`-th case, from 0, and whether it has come before.
    pub(super) fn arrival(&self, n: usize) -> Option<(Arrival, bool)> {
        let recurring = self.arrivals.len() - self.morning;
        let rounds = n.saturating_sub(self.morning) / recurring.max(1);
        let mut arrival = self.arrivals.get(n - rounds * recurring)?.clone();
        let later = i64::try_from(rounds).ok()? * self.period;
        arrival.at = arrival.at.plus_seconds(later);
        Some((arrival, rounds > 0))
    }
}

/// The number the platform gives its `n`-th case; the street is not its only customer.
pub(super) fn number(n: usize, at: Stamp) -> Number {
    Number::from(format!("FZ{}{:05}", at.date().format("%y%m%d"), 3 * n + 12))
}

/// `09:40` on the day, or `-3 16:20` so many days before it.
fn moment(text: &str, day: Date) -> Result<Stamp, BadSample> {
    let wrong = || BadSample(format!("`{text}` is no moment; expected 09:40 or -3 16:20"));
    let (days, time) = match text.split_once(' ') {
        Some((days, time)) => (days.parse().map_err(|_| wrong())?, time),
        None => (0, text),
    };
    let time = time.parse().map_err(|_| wrong())?;
    Ok(Stamp::on(date_number(day) + days, time))
}

impl Line {
    fn arrives(self, at: Stamp) -> Arrival {
        let undecided = self.kind.is_none().then_some(Tag::Undecided);
        Arrival {
            at,
            received: Received {
                community: self.community,
                tags: undecided.into_iter().collect(),
                body: self.body,
                address: self.address,
                ..Received::new(self.kind.unwrap_or(Kind::Ordinary), self.title)
            },
            plan: Plan {
                sign: self.sign,
                dispatch: self.dispatch,
                to: self.to,
                unit_sign: self.unit_sign,
                reply: self.reply,
                review: self.review,
                fault: self.fault,
                close: self.close,
                rate: self.rate,
                rating: self.rating,
            },
        }
    }
}
