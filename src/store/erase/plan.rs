//! What is to be erased, found in full before anything is, and then carried out.
//!
//! Runs within the transaction it is given. Called by `erase` alone.

use std::collections::{BTreeSet, HashSet};

use rusqlite::{Connection, params};

use super::super::error::Failure;
use super::super::events::{self, ROSTER};
use super::super::known::Known;
use super::super::projection::{self, bare};
use super::super::writer::Writing;
use super::Anonymised;
use crate::domain::event::{Event, Fact, Logged};
use crate::domain::ids::{FactId, Number, Unit};
use crate::domain::privacy::{Citizen, Erasure, Reach, own_words};
use crate::domain::time::Stamp;

/// The triggers that keep the log as it is.
const GUARDS: &str =
    "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name = 'events_stand'";

/// A fact in other words.
struct Change {
    id: FactId,
    note: Option<String>,
    body: String,
}

/// A forwarded message: what is left of its sender and text; nothing when it goes whole.
struct Message {
    id: i64,
    left: Option<(String, String)>,
}

/// What is to be done.
#[derive(Default)]
pub(super) struct Plan {
    /// What that comes to.
    pub(super) found: Anonymised,
    /// All facts of the cases, changed or not.
    marked: Vec<FactId>,
    changes: Vec<Change>,
    /// Other cases whose facts are changed.
    touched: BTreeSet<Number>,
    messages: Vec<Message>,
}

impl Plan {
    pub(super) fn of(conn: &Connection, known: &Known, ended_by: Stamp) -> Result<Self, Failure> {
        let mut plan = Self::default();
        let (mut near, mut far) = (Erasure::default(), Erasure::default());
        for (number, ended) in ended(conn, ended_by)? {
            let facts = events::of_stream(conn, number.as_str())?;
            plan.case(&facts)?;
            let facts = bare(facts);
            near.reach(&facts, Reach::Near);
            far.reach(&facts, Reach::Far);
            let found = &mut plan.found;
            let (first, last) = found.closed.unwrap_or((ended, ended));
            found.closed = Some((first.min(ended), last.max(ended)));
            found.cases.push(number);
        }
        let gone: HashSet<&str> = plan.found.cases.iter().map(Number::as_str).collect();
        if !gone.is_empty() {
            let others = others(conn, known, &gone)?;
            near.spare(&others);
            far.spare(&others);
            let linked = linked(conn, &gone)?;
            let is_near = |stream: &str| stream == ROSTER || linked.contains(stream);
            let mut changes = Vec::new();
            each_elsewhere(conn, &gone, |logged| {
                let stream = logged.fact.case.as_ref().map_or(ROSTER, Number::as_str);
                let erasure = if is_near(stream) { &near } else { &far };
                let left = erasure.fact_elsewhere(&logged.fact);
                if left != logged.fact {
                    plan.touched.extend(logged.fact.case.clone());
                    changes.extend(Change::to(&left)?);
                }
                Ok(())
            })?;
            plan.found.elsewhere = changes.len();
            plan.changes.extend(changes);
        }
        plan.messages = messages(conn, &gone, &near, ended_by)?;
        plan.found.messages = plan.messages.len();
        Ok(plan)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.cases.is_empty() && self.messages.is_empty()
    }

    fn case(&mut self, logged: &[Logged]) -> Result<(), Failure> {
        let facts: Vec<Fact> = logged.iter().map(|l| l.fact.clone()).collect();
        let erasure = Erasure::of(&facts);
        for fact in &facts {
            let own = own_words(&fact.event).map(|said| usize::from(!said.is_empty()));
            let [name, phone, address] = own;
            self.found.names += name;
            self.found.phones += phone;
            self.found.addresses += address;
            let left = erasure.fact(fact);
            if left != *fact {
                let is_quoted = own == [0; 3] || said(fact) != said(&left);
                self.found.texts += usize::from(is_quoted);
                self.changes.extend(Change::to(&left)?);
            }
            self.marked.extend(fact.id.clone());
        }
        Ok(())
    }

    pub(super) fn carry_out(&self, writing: &mut Writing<'_>, now: Stamp) -> Result<(), Failure> {
        let Writing { tx, known, .. } = writing;
        let guards: Vec<(String, String)> = {
            let mut select = tx.prepare(GUARDS)?;
            let rows = select.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?;
            rows.collect::<Result<_, _>>()?
        };
        for (name, _) in &guards {
            tx.execute_batch(&format!("DROP TRIGGER {name}"))?;
        }
        for change in &self.changes {
            tx.prepare_cached("UPDATE events SET note = ?2, body = ?3 WHERE id = ?1")?
                .execute(params![change.id.as_str(), change.note, change.body])?;
        }
        for (_, sql) in &guards {
            tx.execute_batch(sql)?;
        }
        let changed = self.changes.iter().map(|c| &c.id);
        for id in self.marked.iter().chain(changed) {
            tx.prepare_cached(
                "INSERT OR IGNORE INTO erased SELECT mark, ?2 FROM events WHERE id = ?1",
            )?
            .execute(params![id.as_str(), now.micros()])?;
        }
        for number in &self.found.cases {
            tx.prepare_cached(
                "DELETE FROM citizens WHERE event IN (SELECT mark FROM events WHERE stream = ?1)",
            )?
            .execute([number.as_str()])?;
        }
        for Message { id, left } in &self.messages {
            match left {
                Some((sender, text)) => tx
                    .prepare_cached("UPDATE forwarded SET sender = ?2, text = ?3 WHERE id = ?1")?
                    .execute(params![id, sender, text])?,
                None => tx
                    .prepare_cached("DELETE FROM forwarded WHERE id = ?1")?
                    .execute([id])?,
            };
        }
        known.forget_roster();
        projection::renew(tx, known, self.found.cases.iter().chain(&self.touched))
    }
}

impl Change {
    /// None for a fact without an id, which no store holds.
    fn to(fact: &Fact) -> Result<Option<Self>, Failure> {
        let body = events::body_of(&fact.event)?;
        Ok(fact.id.clone().map(|id| Self {
            id,
            note: fact.note.clone(),
            body,
        }))
    }
}

/// What is said of a citizen besides the citizen's own words: the subject, the listed reply and the remark.
fn said(fact: &Fact) -> [Option<&String>; 3] {
    let (title, reply) = if let Event::Received(e) = &fact.event {
        let reply = e.imported.as_ref().and_then(|i| i.reply.as_ref());
        (Some(&e.title), reply)
    } else if let Event::Amended(e) = &fact.event {
        (e.fields.title.as_ref(), e.reason.as_ref())
    } else {
        (None, None)
    };
    [title, reply, fact.note.as_ref()]
}

/// The cases that ended by a moment and have a fact that was not erased, with when each ended.
fn ended(conn: &Connection, by: Stamp) -> Result<Vec<(Number, Stamp)>, Failure> {
    let mut select = conn.prepare(
        "SELECT c.number, coalesce(c.closed_at, c.last_at) FROM cases c \
         WHERE c.in_queue = 0 AND coalesce(c.closed_at, c.last_at) <= ?1 \
         AND EXISTS (SELECT 1 FROM events e LEFT JOIN erased x ON x.event = e.mark \
                     WHERE e.stream = c.number AND x.event IS NULL) \
         ORDER BY c.number",
    )?;
    let mut rows = select.query([by.micros()])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let number = Number::from(events::text(row, 0)?);
        found.push((number, Stamp::from_micros(row.get(1)?)));
    }
    Ok(found)
}

/// What the citizens of all other cases have, and the names of places that are nobody's.
fn others(conn: &Connection, known: &Known, gone: &HashSet<&str>) -> Result<Erasure, Failure> {
    let mut others = Erasure::default();
    let policy = &known.current.policy;
    let communities = policy.communities.iter().map(|c| c.name.as_str());
    for place in communities.chain(policy.units().map(Unit::as_str)) {
        others.lives_at(place);
    }
    let mut select = conn.prepare(
        "SELECT e.stream, c.reporter, c.phone, NULL FROM citizens c JOIN events e ON e.mark = c.event \
         UNION ALL SELECT stream, NULL, NULL, \
         coalesce(json_extract(body, '$.address'), json_extract(body, '$.fields.address')) \
         FROM events WHERE kind IN ('received', 'amended')",
    )?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        if gone.contains(events::text(row, 0)?) {
            continue;
        }
        let said = |column| row.get::<_, Option<String>>(column);
        let citizen = Citizen {
            name: said(1)?.unwrap_or_default(),
            phone: said(2)?.unwrap_or_default(),
        };
        others.know(&citizen, Reach::Near);
        others.lives_at(&said(3)?.unwrap_or_default());
    }
    Ok(others)
}

/// The cases that are linked with one of these.
fn linked(conn: &Connection, gone: &HashSet<&str>) -> Result<HashSet<String>, Failure> {
    let mut select = conn.prepare(
        "SELECT stream, json_extract(body, '$.other') FROM events WHERE kind = 'linked'",
    )?;
    let rows = select.query_map([], |r| Ok((r.get::<_, String>(0)?, r.get::<_, String>(1)?)))?;
    let mut linked = HashSet::new();
    for pair in rows {
        let (one, other) = pair?;
        if gone.contains(one.as_str()) {
            linked.insert(other);
        } else if gone.contains(other.as_str()) {
            linked.insert(one);
        }
    }
    Ok(linked)
}

/// Calls `each` with every fact of the roster and of other cases, but for their receipts: those hold the words of their own citizens.
fn each_elsewhere(
    conn: &Connection,
    gone: &HashSet<&str>,
    mut each: impl FnMut(Logged) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut select = conn.prepare(&format!("{} WHERE e.kind <> 'received'", events::SELECT))?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        if !gone.contains(events::text(row, 3)?) {
            each(events::read(row)?)?;
        }
    }
    Ok(())
}

/// Forwarded messages that are about one of the cases or are settled and as old go whole; of others what is known goes.
fn messages(
    conn: &Connection,
    gone: &HashSet<&str>,
    near: &Erasure,
    ended_by: Stamp,
) -> Result<Vec<Message>, Failure> {
    let mut select = conn.prepare(
        "SELECT id, coalesce(number, ''), settled IS NOT NULL AND came <= ?1, sender, text, coalesce(about, '') \
         FROM forwarded",
    )?;
    let mut rows = select.query([ended_by.micros()])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let id = row.get(0)?;
        let is_about = [events::text(row, 1)?, events::text(row, 5)?];
        if is_about.iter().any(|n| gone.contains(n)) || row.get(2)? {
            found.push(Message { id, left: None });
            continue;
        }
        let (sender, text) = (events::text(row, 3)?, events::text(row, 4)?);
        let left = (near.elsewhere(sender), near.elsewhere(text));
        if (left.0.as_str(), left.1.as_str()) != (sender, text) {
            let left = Some(left);
            found.push(Message { id, left });
        }
    }
    Ok(found)
}
