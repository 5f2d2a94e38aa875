//! A whole text message or page, pasted: what the policy's patterns find in it, and what its words let one guess.
//!
//! What is found is a proposal for a form, never a fact: a person looks at it and saves it. Nothing of the text is lost:
//! what no pattern takes stays in the body. Pure; called by `app` and by `zhiban doctor --text`.

use super::ids::{Community, Kind};
use super::policy::{Part, Policy};
use super::text;

/// The longest text that is read; more of it is kept, but not searched.
const MOST: usize = 64 << 10;

/// What a text comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PastedText {
    /// What was found, cleaned, each with the name of the pattern; in the order of the form.
    pub found: Vec<Found>,
    /// The kind.
    pub kind: Option<Read<Kind>>,
    /// The community.
    pub community: Option<Read<Community>>,
    /// The text itself, cleaned.
    pub whole: String,
}

/// A part that a pattern found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Which part.
    pub part: Part,
    /// What stands there.
    pub text: String,
    /// The pattern.
    pub pattern: String,
}

/// A choice that was read out of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read<T> {
    /// The choice.
    pub value: T,
    /// The word it rests on.
    pub word: String,
    /// Whether it is a guess by that word; else a pattern found it.
    pub is_guess: bool,
}

impl PastedText {
    /// What was found for a part.
    #[must_use]
    pub fn of(&self, part: Part) -> Option<&str> {
        let found = self.found.iter().find(|f| f.part == part)?;
        Some(&found.text)
    }
}

/// Reads a text.
#[must_use]
pub fn read(pasted: &str, policy: &Policy) -> PastedText {
    let whole = text::lines(pasted).text.into_owned();
    let (searched, _) = text::cut(&whole, MOST);
    // Folded for the patterns, so that a full-width colon is a colon; the body keeps the text as it came.
    let folded = text::fold(searched);
    let mut read = PastedText::default();
    let mut matches = Vec::new();
    for pattern in policy.pasted.iter().flat_map(|p| &p.patterns) {
        // The policy was checked when it was read.
        if let Ok(compiled) = pattern.compile()
            && let Some(captures) = compiled.captures(&folded)
        {
            matches.push((pattern, captures));
        }
    }
    // Where a label begins; a pattern without one may stand within a part, as a case's number does in a subject.
    let labels: Vec<usize> = matches
        .iter()
        .filter_map(|(_, captures)| {
            let whole = captures.get(0)?.start();
            let first = captures.iter().skip(1).flatten().map(|g| g.start()).min()?;
            (whole < first).then_some(whole)
        })
        .collect();
    for (pattern, captures) in &matches {
        for part in Part::ALL {
            let Some(group) = captures.name(part.as_str()) else {
                continue;
            };
            let text = match part {
                Part::Body => text::lines(group.as_str()).text.into_owned(),
                Part::Received | Part::CloseDue => moment(group.as_str()),
                Part::Number
                | Part::Kind
                | Part::Community
                | Part::Title
                | Part::Address
                | Part::Reporter
                | Part::Phone => {
                    let within = |label: &&usize| group.range().contains(label);
                    let end = labels.iter().filter(within).min();
                    let end = end.copied().unwrap_or(group.end());
                    let said = folded.get(group.start()..end).unwrap_or_default();
                    let said = said.trim_end_matches([',', '、', ' ', '\t']);
                    text::line(said).text.into_owned()
                }
            };
            if !text.is_empty() && read.of(*part).is_none() {
                read.found.push(Found {
                    part: *part,
                    text,
                    pattern: pattern.name.clone(),
                });
            }
        }
    }
    read.found.sort_by_key(|f| f.part);
    read.kind = kind(&read, policy, &folded);
    read.community = community(&read, policy, &folded);
    read.whole = whole;
    read
}

fn kind(read: &PastedText, policy: &Policy, text: &str) -> Option<Read<Kind>> {
    let word = read.of(Part::Kind);
    if let Some(kind) = word.and_then(|w| policy.words.kind(w)) {
        return Some(said(kind, word.unwrap_or_default()));
    }
    // What it is called stands before what it is about; a shorter word for a kind may say anything.
    let names = policy.words.kind.iter().flat_map(of_kind);
    let names = names.filter(|(_, name)| name.ends_with('件'));
    let words = policy.pasted.iter().flat_map(|p| &p.kind_words);
    only(names, text).or_else(|| only(words.flat_map(of_kind), text))
}

fn of_kind<'a>(
    (kind, words): (&'a Kind, &'a Vec<String>),
) -> impl Iterator<Item = (Kind, &'a str)> {
    words.iter().map(move |w| (*kind, w.as_str()))
}

fn community(read: &PastedText, policy: &Policy, text: &str) -> Option<Read<Community>> {
    let names = || policy.communities.iter().map(|c| &c.name);
    if let Some(word) = read.of(Part::Community)
        && let Some(community) = names().find(|c| word.trim_end_matches("社区") == c.as_str())
    {
        return Some(said(community.clone(), word));
    }
    let places = policy.pasted.iter().flat_map(|p| &p.places);
    let places = places.flat_map(|(c, words)| words.iter().map(move |w| (c.clone(), w.as_str())));
    only(names().map(|c| (c.clone(), c.as_str())).chain(places), text)
}

fn said<T>(value: T, word: &str) -> Read<T> {
    Read {
        value,
        word: word.to_owned(),
        is_guess: false,
    }
}

/// The value whose words the text holds; none where words of several values are in it, because a wrong guess costs more
/// than none.
fn only<'a, T: PartialEq>(
    words: impl Iterator<Item = (T, &'a str)>,
    text: &str,
) -> Option<Read<T>> {
    let mut found: Option<Read<T>> = None;
    for (value, word) in words.filter(|(_, w)| !w.is_empty() && text.contains(w)) {
        match &found {
            Some(other) if other.value != value => return None,
            Some(_) => {}
            None => {
                found = Some(Read {
                    value,
                    word: word.to_owned(),
                    is_guess: true,
                });
            }
        }
    }
    found
}

/// A moment as a form takes it: `2026年11月23日 9时5分` becomes `2026-11-23 9:05`.
fn moment(written: &str) -> String {
    let folded = text::fold(written);
    let numbers: Vec<&str> = folded
        .split(|c: char| !c.is_ascii_digit())
        .filter(|n| !n.is_empty())
        .collect();
    let padded = |n: &&str| format!("{n:0>2}");
    let is_year = numbers.first().is_some_and(|n| n.len() == 4);
    let (date, clock) = numbers.split_at(if is_year { 3 } else { 2 }.min(numbers.len()));
    let clock: Vec<String> = clock.iter().take(3).map(padded).collect();
    match clock.as_slice() {
        // A date alone is no moment; it is kept as it stands, for the person to complete.
        [] => text::line(written).text.into_owned(),
        [hour] => format!("{} {hour}:00", date.join("-")),
        _ => format!("{} {}", date.join("-"), clock.join(":")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rules::Rules;

    fn policy() -> Policy {
        Policy::from_toml(Rules::builtin_policy()).unwrap()
    }

    #[test]
    fn a_message_of_the_platform_fills_every_part_it_names() {
        let read = read(
            "【12345】您有新的诉求件：FZ26112300031，类别：紧急件。标题：南后街电动车堵住消防通道；\
             来电时间：2026年11月23日 9时5分，办结时限：2026-11-23 10:05。\
             地址：南后街12号，诉求人：林先生，联系电话：13800000001。请及时签收。",
            &policy(),
        );
        let of = |part| read.of(part).unwrap_or_default();
        assert_eq!(of(Part::Number), "FZ26112300031");
        assert_eq!(of(Part::Title), "南后街电动车堵住消防通道");
        assert_eq!(of(Part::Received), "2026-11-23 09:05");
        assert_eq!(of(Part::CloseDue), "2026-11-23 10:05");
        assert_eq!(of(Part::Address), "南后街12号");
        assert_eq!(of(Part::Reporter), "林先生");
        assert_eq!(of(Part::Phone), "13800000001");
        let kind = read.kind.unwrap();
        assert_eq!((kind.value, kind.is_guess), (Kind::Urgent, false));
        let community = read.community.unwrap();
        assert_eq!(community.value.as_str(), "三坊七巷");
        assert!(community.is_guess, "by the street's name");
    }

    #[test]
    fn a_part_ends_where_the_next_label_begins_and_a_kind_is_known_by_its_name() {
        let read = read(
            "诉求件FZ26113000077，紧急件，标题：燃气泄漏，有异味，地址：南后街12号，诉求人：钱某。请尽快签收",
            &policy(),
        );
        assert_eq!(read.of(Part::Title), Some("燃气泄漏,有异味"));
        assert_eq!(read.of(Part::Address), Some("南后街12号"));
        let kind = read.kind.unwrap();
        assert_eq!((kind.value, kind.is_guess), (Kind::Urgent, true));
    }

    #[test]
    fn lines_of_a_page_are_read_one_by_one() {
        let read = read(
            "诉求编号\tFZ26112300032\r\n诉求标题\t巷内下水管外溢\r\n所属社区\t驿里社区\r\n诉求内容\t第一行\r\n第二行",
            &policy(),
        );
        assert_eq!(read.of(Part::Number), Some("FZ26112300032"));
        assert_eq!(read.of(Part::Title), Some("巷内下水管外溢"));
        let community = read.community.unwrap();
        assert_eq!(
            (community.value.as_str(), community.is_guess),
            ("驿里", false)
        );
        assert!(read.whole.ends_with("第一行\n第二行"));
    }

    #[test]
    fn a_text_that_says_nothing_is_kept_whole_and_guesses_nothing() {
        let read = read("明天开会\u{1b}[31m", &policy());
        assert_eq!(
            (read.found.len(), read.kind, read.community),
            (0, None, None)
        );
        assert_eq!(read.whole, "明天开会");
    }

    #[test]
    fn words_of_two_communities_make_no_guess() {
        let read = read("驿里和柳河交界处有人占道", &policy());
        assert_eq!(read.community, None);
    }

    #[test]
    fn a_pattern_that_is_wrong_is_named() {
        let builtin = Rules::builtin_policy();
        for (find, said) in [
            ("(?P<number>[", "regex"),
            ("abc", "named group"),
            ("(?P<age>1)", "age"),
        ] {
            let text = format!("{builtin}\n[[pasted.patterns]]\nname = \"x\"\nfind = '{find}'\n");
            let error = Policy::from_toml(&text).unwrap_err();
            assert!(error.key.starts_with("pasted.patterns["), "{error}");
            assert!(error.problem.contains(said) || said == "regex", "{error}");
        }
    }
}
