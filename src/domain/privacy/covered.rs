//! A masked text that somebody changes: what the stars stand for comes back, and is not shown meanwhile.

/// What stands under the stars of a masked text, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covered {
    /// How many stars there are, and what they stand for.
    hidden: Vec<(usize, String)>,
}

impl Covered {
    /// Under a text as it is shown; none where that cannot be told.
    #[must_use]
    pub fn of(plain: &str, shown: &str) -> Option<Self> {
        let (open, stars) = between_stars(shown);
        let mut rest = plain.strip_prefix(*open.first()?)?;
        let mut hidden = Vec::new();
        for ((n, piece), stars) in (1..).zip(open.iter().skip(1)).zip(stars) {
            let is_last = n + 1 == open.len();
            let at = if is_last {
                rest.len() - rest.strip_suffix(*piece).map(|_| piece.len())?
            } else {
                rest.find(*piece)?
            };
            hidden.push((stars, rest.get(..at)?.to_owned()));
            rest = rest.get(at + piece.len()..)?;
        }
        rest.is_empty().then_some(Self { hidden })
    }

    /// The text that is meant by a changed one. Without any star it is meant as it stands; with other stars than there were,
    /// nobody can tell.
    #[must_use]
    pub fn meant(&self, changed: &str) -> Option<String> {
        let (open, stars) = between_stars(changed);
        let (first, others) = open.split_first()?;
        if others.is_empty() {
            return Some(changed.to_owned());
        }
        if !self.hidden.iter().map(|(count, _)| *count).eq(stars) {
            return None;
        }
        let mut meant = (*first).to_owned();
        for ((_, hidden), piece) in self.hidden.iter().zip(others) {
            meant.push_str(hidden);
            meant.push_str(piece);
        }
        Some(meant)
    }
}

/// What stands before, between and behind the runs of stars, and how long those are.
fn between_stars(text: &str) -> (Vec<&str>, Vec<usize>) {
    let (mut pieces, mut stars) = (Vec::new(), Vec::new());
    let mut rest = text;
    while let Some(at) = rest.find('*') {
        let (before, from) = rest.split_at(at);
        rest = from.trim_start_matches('*');
        pieces.push(before);
        stars.push(from.len() - rest.len());
    }
    pieces.push(rest);
    (pieces, stars)
}

#[cfg(test)]
mod tests {
    use super::super::{Citizen, Mask};
    use super::*;

    #[test]
    fn what_is_covered_comes_back_where_it_stood() {
        let citizen = Citizen {
            name: "林小明".to_owned(),
            phone: "13912345678".to_owned(),
        };
        let mask = Mask::of(&[citizen]);
        let plain = "林小明来电139-1234-5678，陈女士也在。**急**";
        let shown = mask.text(plain);
        assert_eq!(shown, "林**来电139-****-5678，陈**也在。**急**");
        let covered = Covered::of(plain, &shown).unwrap();
        assert_eq!(covered.meant(&shown).as_deref(), Some(plain));
        let changed = shown.replace("来电", "再次来电");
        let meant = plain.replace("来电", "再次来电");
        assert_eq!(covered.meant(&changed), Some(meant));
        assert_eq!(covered.meant("新的内容").as_deref(), Some("新的内容"));
        assert_eq!(covered.meant("林**来电"), None);
        assert_eq!(covered.meant(&shown.replace("****", "*")), None);
    }

    #[test]
    fn a_field_is_changed_without_being_shown() {
        for (plain, shown, changed, meant) in [
            ("林女士", "林**", "林**（房东）", "林女士（房东）"),
            ("林", "林**", "林**", "林"),
            ("13912345678", "139****5678", "139****5679", "13912345679"),
            ("", "", "13800001111", "13800001111"),
        ] {
            let covered = Covered::of(plain, shown).unwrap();
            assert_eq!(covered.meant(changed).as_deref(), Some(meant));
        }
        assert_eq!(Covered::of("别的", "林**"), None);
    }
}
