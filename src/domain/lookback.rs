//! The rounds of looking back (C13): when one is owed, from when, and what ended it (S11, S16).
//!
//! Called by `reckon` for the clocks and by `decide` to know whether a visit has anything to visit.

use super::case::Case;
use super::ids::Tag;
use super::time::Stamp;

/// One round: owed from `base`, until a visit or until an upheld appeal took its ground away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Round {
    /// The ground's moment, or that of the visit that found it unstable.
    pub base: Stamp,
    /// The visit that met it.
    pub met: Option<Stamp>,
    /// When its ground was taken away.
    pub voided: Option<Stamp>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    Rating(usize),
    Rebound,
}

#[derive(Debug, Clone, Copy)]
enum Step {
    Came(Ground),
    Upheld(usize),
    Visited { stable: bool },
}

/// The round that is owed now.
#[derive(Debug, Clone, Copy)]
struct Owed {
    base: Stamp,
    /// What it goes back to; none for a visit that had nothing to visit.
    ground: Option<Ground>,
    /// Begun by an unstable visit rather than by the ground itself.
    by_visit: bool,
}

/// The rounds of a case in order; at most the last one is still owed.
#[must_use]
pub fn rounds(case: &Case) -> Vec<Round> {
    let steps = steps(case);
    if steps.is_empty() {
        return Vec::new();
    }
    let mut rounds = Vec::new();
    let mut owed: Option<Owed> = None;
    // Grounds that stand, and whether a visit has come since.
    let mut standing: Vec<(Stamp, Ground, bool)> = Vec::new();
    for (at, step) in steps {
        match step {
            Step::Came(ground) => {
                standing.push((at, ground, false));
                owed.get_or_insert(Owed {
                    base: at,
                    ground: Some(ground),
                    by_visit: false,
                });
            }
            Step::Visited { stable } => {
                let ground = owed.and_then(|o| o.ground);
                if let Some(Owed { base, .. }) = owed.take() {
                    rounds.push(Round {
                        base,
                        met: Some(at),
                        voided: None,
                    });
                }
                for ground in &mut standing {
                    ground.2 = true;
                }
                if !stable {
                    owed = Some(Owed {
                        base: at,
                        ground,
                        by_visit: true,
                    });
                }
            }
            Step::Upheld(rating) => {
                let lost = Some(Ground::Rating(rating));
                standing.retain(|g| Some(g.1) != lost);
                let Some(round) = owed.filter(|o| o.ground == lost) else {
                    continue;
                };
                owed = if round.by_visit {
                    // An unstable visit's round goes with its ground unless another stands (S16).
                    standing.first().map(|g| Owed {
                        ground: Some(g.1),
                        ..round
                    })
                } else {
                    let next = standing.iter().find(|g| !g.2);
                    next.map(|g| Owed {
                        base: g.0,
                        ground: Some(g.1),
                        by_visit: false,
                    })
                };
                if owed.is_none() {
                    rounds.push(Round {
                        base: round.base,
                        met: None,
                        voided: Some(at),
                    });
                }
            }
        }
    }
    rounds.extend(owed.map(|o| Round {
        base: o.base,
        met: None,
        voided: None,
    }));
    rounds
}

/// Everything that bears on a look-back, by time and, within an instant, in the order of the work (S3). A tag stands or does
/// not, as if it had always been so (S16).
fn steps(case: &Case) -> Vec<(Stamp, Step)> {
    let closed = case
        .closed
        .as_ref()
        .filter(|_| case.tags.contains(&Tag::Rebound));
    let mut steps: Vec<(Stamp, Step)> = closed
        .map(|m| (m.at, Step::Came(Ground::Rebound)))
        .into_iter()
        .collect();
    steps.extend(
        (0..)
            .zip(&case.bad_ratings)
            .map(|(i, r)| (r.at, Step::Came(Ground::Rating(i)))),
    );
    steps.extend(
        (0..)
            .zip(&case.bad_ratings)
            .filter_map(|(i, r)| Some((r.upheld?, Step::Upheld(i)))),
    );
    steps.extend(
        case.visits
            .iter()
            .map(|v| (v.at, Step::Visited { stable: v.stable })),
    );
    // Stable: the four kinds above stand in the order of the work.
    steps.sort_by_key(|(at, _)| *at);
    steps
}
