//! What other cases bear on a case: the earlier ones it may repeat, and those it is linked with.
//!
//! Candidates are found by index, by the citizen's phone or by community and time; how alike two texts are is the domain's to
//! say. Writes nothing. Called by `runtime` and `cli` through [`Store`].

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use super::error::{Failure, StoreError};
use super::{Store, events, named, reader};
use crate::domain::alike::{self, Complaint};
use crate::domain::case::Case;
use crate::domain::ids::{Community, Number};
use crate::domain::privacy::dialled;
use crate::domain::suggest::{Linked, Related, Suggested, suggestions};
use crate::domain::time::Stamp;

/// At most so many earlier cases of a community are compared, the latest first: what a page waits for stays short.
const MOST: i64 = 500;

/// Earlier cases of the community; 90 days of a community lie together in the index.
const OF_COMMUNITY: &str = "SELECT c.number, c.received, c.title, c.address, \
     json_extract(e.body, '$.body'), 0 \
     FROM cases c JOIN events e ON e.stream = c.number AND e.kind = 'received' \
     WHERE c.community = ?1 AND c.received BETWEEN ?2 AND ?3 AND c.number <> ?4 \
     ORDER BY c.received DESC LIMIT ?5";

/// Earlier cases of the same phone, wherever they lie.
const OF_PHONE: &str = "SELECT c.number, c.received, c.title, c.address, '', 1 \
     FROM citizens z JOIN events e ON e.mark = z.event JOIN cases c ON c.number = e.stream \
     WHERE z.dialled = ?1 AND z.dialled <> '' AND c.received BETWEEN ?2 AND ?3 AND c.number <> ?4 \
     ORDER BY c.received DESC LIMIT ?5";

/// The cases linked to one or from one.
const LINKED: &str = "SELECT stream FROM events \
     WHERE kind = 'linked' AND json_extract(body, '$.other') = ?1";

impl Store {
    /// What other cases bear on a case as it stands at `now`.
    ///
    /// # Errors
    /// The store's failure.
    pub fn related(&mut self, case: &Case, now: Stamp) -> Result<Related, StoreError> {
        let related = self.related_here(case, now);
        named(&self.path, related)
    }

    /// What is suggested about a case; nothing when there is no such case.
    ///
    /// # Errors
    /// The store's failure.
    pub fn suggested(&mut self, number: &Number, now: Stamp) -> Result<Vec<Suggested>, StoreError> {
        let facts = self.case_facts(number)?;
        let Some(case) = Case::fold(facts.iter().map(|l| &l.fact), now) else {
            return Ok(Vec::new());
        };
        let related = self.related(&case, now)?;
        Ok(suggestions(&case, &related, &self.known.current))
    }

    fn related_here(&mut self, case: &Case, now: Stamp) -> Result<Related, Failure> {
        let mut related = Related {
            repeats: None,
            complaints: 1,
            bad_ratings: case.standing_bad_ratings().count(),
            linked: Vec::new(),
        };
        if let Some(policy) = &self.known.current.policy.suggest {
            let days = i64::from(policy.repeat.days);
            let from = case.received_at.plus_minutes(-days * 24 * 60);
            let earlier = earlier(&self.conn, case, from)?;
            related.repeats = alike::repeat_of(&complaint(case), &earlier, &policy.repeat);
        }
        for other in same_matter(&self.conn, case, now)? {
            if other.voided.is_none() {
                related.complaints += 1;
                related.bad_ratings += other.standing_bad_ratings().count();
            }
            related.linked.push(linked(other));
        }
        Ok(related)
    }

    /// The other cases of a case's matter as they stand at `now`, by number (R10).
    ///
    /// # Errors
    /// The store's failure.
    pub fn linked(&self, case: &Case, now: Stamp) -> Result<Vec<Linked>, StoreError> {
        let found = named(&self.path, same_matter(&self.conn, case, now))?;
        Ok(found.into_iter().map(linked).collect())
    }
}

fn complaint(case: &Case) -> Complaint {
    Complaint {
        number: case.number.clone(),
        received: case.received_at,
        title: case.facts.title.clone(),
        body: case.facts.body.clone(),
        address: case.facts.address.clone(),
        same_phone: false,
    }
}

fn earlier(conn: &Connection, case: &Case, from: Stamp) -> Result<Vec<Complaint>, Failure> {
    let mut found = Vec::new();
    let community = case.facts.community.as_ref().map(Community::as_str);
    let phone = Some(dialled(&case.facts.phone)).filter(|p| !p.is_empty());
    for (sql, of) in [(OF_COMMUNITY, community), (OF_PHONE, phone.as_deref())] {
        let Some(of) = of else { continue };
        let to = case.received_at.micros();
        let mut select = conn.prepare_cached(sql)?;
        let rows = select.query_map(
            params![of, from.micros(), to, case.number.as_str(), MOST],
            |r| {
                Ok(Complaint {
                    number: Number::from(r.get::<_, String>(0)?),
                    received: Stamp::from_micros(r.get(1)?),
                    title: r.get(2)?,
                    address: r.get(3)?,
                    body: r.get::<_, Option<String>>(4)?.unwrap_or_default(),
                    same_phone: r.get(5)?,
                })
            },
        )?;
        for row in rows {
            found.push(row?);
        }
    }
    // Of two of one instant, only the later number repeats the other.
    found.retain(|c| (c.received, &c.number) < (case.received_at, &case.number));
    Ok(found)
}

fn linked(case: Case) -> Linked {
    Linked {
        stage: case.stage(),
        title: case.facts.title,
        number: case.number,
        citizens: case.citizens,
    }
}

/// The cases linked with a case, by whichever link, also over several; by number.
fn same_matter(conn: &Connection, case: &Case, now: Stamp) -> Result<Vec<Case>, Failure> {
    let mut matter = BTreeSet::from([case.number.clone()]);
    let mut waiting: Vec<Number> = vec![case.number.clone()];
    while let Some(number) = waiting.pop() {
        let facts = events::of_stream(conn, number.as_str())?;
        let own = Case::fold(facts.iter().map(|l| &l.fact), now).map(|c| c.links);
        let mut linked: Vec<Number> = own.into_iter().flatten().collect();
        for other in reader::numbers_of(conn, LINKED, [number.as_str()])? {
            // The link may have been taken back since.
            let facts = events::of_stream(conn, other.as_str())?;
            let links = Case::fold(facts.iter().map(|l| &l.fact), now).map(|c| c.links);
            if links.is_some_and(|l| l.contains(&number)) {
                linked.push(other);
            }
        }
        waiting.extend(linked.into_iter().filter(|n| matter.insert(n.clone())));
    }
    matter.remove(&case.number);
    let mut cases = Vec::new();
    for number in matter {
        let facts = events::of_stream(conn, number.as_str())?;
        cases.extend(Case::fold(facts.iter().map(|l| &l.fact), now));
    }
    Ok(cases)
}
