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

/// What makes the round that is owed now.
#[derive(Debug, Clone, Copy)]
enum By {
    Ground(Ground),
    Visit,
}

/// The rounds of a case in order; at most the last one is still owed.
#[must_use]
pub fn rounds(case: &Case) -> Vec<Round> {
    let steps = steps(case);
    if steps.is_empty() {
        return Vec::new();
    }
    let mut rounds = Vec::new();
    let mut owed: Option<(Stamp, By)> = None;
    // Grounds that stand, and whether a visit has come since.
    let mut standing: Vec<(Stamp, Ground, bool)> = Vec::new();
    for (at, step) in steps {
        match step {
            Step::Came(ground) => {
                standing.push((at, ground, false));
                owed.get_or_insert((at, By::Ground(ground)));
            }
            Step::Visited { stable } => {
                if let Some((base, _)) = owed.take() {
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
                    owed = Some((at, By::Visit));
                }
            }
            Step::Upheld(rating) => {
                let ground = Ground::Rating(rating);
                let began = standing.iter().find(|g| g.1 == ground).map(|g| g.0);
                standing.retain(|g| g.1 != ground);
                let lost = match owed {
                    Some((_, By::Ground(by))) => by == ground,
                    // An unstable visit's round goes with its ground unless another stands (S16).
                    Some((base, By::Visit)) => {
                        standing.is_empty() && began.is_some_and(|began| began <= base)
                    }
                    None => false,
                };
                if let (true, Some((base, _))) = (lost, owed) {
                    owed = standing
                        .iter()
                        .find(|g| !g.2)
                        .map(|g| (g.0, By::Ground(g.1)));
                    if owed.is_none() {
                        rounds.push(Round {
                            base,
                            met: None,
                            voided: Some(at),
                        });
                    }
                }
            }
        }
    }
    rounds.extend(owed.map(|(base, _)| Round {
        base,
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
