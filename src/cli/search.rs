//! `--search`: finds a case by number, title, text, address or phone, the Chinese ones by pinyin (initials) too.

use ib_matcher::matcher::{IbMatcher, PinyinMatchConfig};

use crate::domain::case::Case;

/// A query, ready to be asked of cases.
pub struct Search(IbMatcher<'static>);

impl Search {
    /// Prepares a query; case makes no difference.
    #[must_use]
    pub fn new(query: &str) -> Self {
        let matcher = IbMatcher::builder(query.trim())
            .pinyin(PinyinMatchConfig::default())
            .build();
        Self(matcher)
    }

    /// Does the case hold what is looked for?
    #[must_use]
    pub fn finds(&self, case: &Case) -> bool {
        let facts = &case.facts;
        [
            case.number.as_str(),
            &facts.title,
            &facts.body,
            &facts.address,
            &facts.phone,
        ]
        .into_iter()
        .any(|text| self.0.is_match(text))
    }
}
