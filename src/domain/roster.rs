//! Who is on duty when: the posts' days, swaps and stand-ins (D1-D4), and what was handed over.
//!
//! Folded from the facts of the roster's own stream. Called by `clock`, the header of the screen and the reports.

use std::collections::BTreeMap;

use super::event::{Event, Fact};
use super::history;
use super::ids::{Community, Post};
use super::policy::Weekday;
use super::rules::Rules;
use super::time::{Date, Stamp, date_number};

/// One evening's handover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    /// The post that takes over.
    pub to: Post,
    /// When it was keyed as done.
    pub at: Stamp,
    /// What was said.
    pub note: Option<String>,
}

/// Somebody who sits at a post, as the user's settings name them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handler {
    /// Which post.
    pub post: Post,
    /// Their name.
    pub name: String,
    /// The number to phone; empty when none is known.
    pub phone: String,
}

/// The roster as its facts make it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roster {
    /// Who carries a date, and when that was logged.
    swaps: BTreeMap<Date, (Post, Stamp)>,
    /// Who stands in for a post on a date, and when that was logged.
    stand_ins: BTreeMap<(Date, Post), (Post, Stamp)>,
    /// Handovers by the day that ended.
    pub handovers: BTreeMap<Date, Handover>,
}

impl Roster {
    /// The roster as known at `now` (S3). Facts about cases are passed over.
    pub fn fold<'a>(facts: impl IntoIterator<Item = &'a Fact>, now: Stamp) -> Self {
        let mut roster = Self::default();
        for fact in history::standing(facts, now) {
            if let Event::Swapped(e) = &fact.event {
                roster.swaps.insert(e.date, (e.post, fact.at));
            } else if let Event::StoodIn(e) = &fact.event {
                roster
                    .stand_ins
                    .insert((e.date, e.absent), (e.post, fact.at));
            } else if let Event::HandedOver(e) = &fact.event {
                let handover = Handover {
                    to: e.to,
                    at: fact.at,
                    note: fact.note.clone(),
                };
                roster.handovers.insert(e.date, handover);
            }
        }
        roster
    }

    /// The post that carries a date: the weekday's, a swap's (the latest, S12), or its stand-in's (D1, D4).
    #[must_use]
    pub fn on_duty(&self, rules: &Rules, date: Date) -> Post {
        self.present(date, self.carries(rules, date))
    }

    /// The post to which the week or a swap gives a date, whether or not somebody stands in for it.
    #[must_use]
    pub fn carries(&self, rules: &Rules, date: Date) -> Post {
        self.swap(date)
            .unwrap_or_else(|| Self::by_week(rules, date))
    }

    /// The post to which the week gives a date (D1).
    #[must_use]
    pub fn by_week(rules: &Rules, date: Date) -> Post {
        let weekday = Weekday(u8::try_from((date_number(date) + 3).rem_euclid(7)).unwrap_or(0));
        let by_week = rules
            .policy
            .posts
            .iter()
            .find(|(_, p)| p.duty.contains(&weekday));
        by_week.map_or(Post::A, |(post, _)| *post)
    }

    /// The post that dispatches a community's cases on a date (D2, D4); for none, the post on duty (S14).
    #[must_use]
    pub fn dispatcher(&self, rules: &Rules, community: Option<&Community>, date: Date) -> Post {
        match community.and_then(|c| rules.policy.community(c.as_str())) {
            Some(c) => self.present(date, c.post),
            None => self.on_duty(rules, date),
        }
    }

    /// The swap of a date, if there is one.
    #[must_use]
    pub fn swap(&self, date: Date) -> Option<Post> {
        self.swaps.get(&date).map(|(post, _)| *post)
    }

    /// Who stands in for a post on a date, if somebody does.
    #[must_use]
    pub fn stand_in(&self, date: Date, absent: Post) -> Option<Post> {
        self.stand_ins
            .get(&(date, absent))
            .map(|(post, _)| *post)
            .filter(|p| *p != absent)
    }

    /// The moment of the swap that decides a date, if one does.
    #[must_use]
    pub fn swapped_at(&self, date: Date) -> Option<Stamp> {
        self.swaps.get(&date).map(|(_, at)| *at)
    }

    /// The moment of the stand-in that gave a date to `post`, if one did.
    #[must_use]
    pub fn stood_in_at(&self, date: Date, post: Post) -> Option<Stamp> {
        self.stand_ins
            .get(&(date, post.other()))
            .filter(|(stands_in, _)| *stands_in == post)
            .map(|(_, at)| *at)
    }

    fn present(&self, date: Date, post: Post) -> Post {
        self.stand_in(date, post).unwrap_or(post)
    }
}
