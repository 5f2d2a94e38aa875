//! Every text a person reads, from the locales, in the language asked for.
//!
//! Keys and arguments are checked by the compiler. Called by the views and by `cli`; holds no text itself.

mod acts;
mod amount;
mod boards;
mod case;
mod details;
mod dossier;
mod inflow;
mod keys;
mod phone;
mod refusal;
mod report;
mod screen;
mod step;
mod suggest;
mod telling;
mod welcome;
mod words;

use std::sync::{Arc, OnceLock};

use i18n_embed::LanguageLoader as _;
use i18n_embed::fluent::FluentLanguageLoader;
use rust_embed::RustEmbed;

pub use crate::domain::show::Language;
pub use amount::{FIGURE, Length};
pub use dossier::Dossier;

/// A text without arguments, by its key, as it stands. It is looked up once in each language: a frame says hundreds.
macro_rules! word {
    ($texts:expr, $id:literal) => {{
        static SAID: [std::sync::OnceLock<String>; 2] = [const { std::sync::OnceLock::new() }; 2];
        let [zh, en] = &SAID;
        let said = match $texts.language() {
            $crate::app::text::Language::Zh => zh,
            $crate::app::text::Language::En => en,
        };
        said.get_or_init(|| i18n_embed_fl::fl!($texts.loader(), $id))
            .as_str()
    }};
}
pub(crate) use word;

/// A text by its key, with its arguments.
macro_rules! say {
    ($texts:expr, $id:literal $(,)?) => {
        $crate::app::text::word!($texts, $id).to_owned()
    };
    ($texts:expr, $id:literal $(, $name:ident = $value:expr)+ $(,)?) => {
        i18n_embed_fl::fl!($texts.loader(), $id $(, $name = ($value))+)
    };
}
pub(crate) use say;

#[derive(RustEmbed)]
#[folder = "assets/locales"]
struct Locales;

/// The texts of one language. They are read when the first of them is said, or before, by [`Texts::read`].
#[derive(Debug, Clone)]
pub struct Texts {
    language: Language,
    loader: Arc<OnceLock<FluentLanguageLoader>>,
}

impl Texts {
    /// The texts of a language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self {
            language,
            loader: Arc::default(),
        }
    }

    /// Reads them, so that nobody has to wait for it later.
    pub fn read(&self) {
        let _read = self.loader();
    }

    /// Where they stand, read by now.
    pub(crate) fn loader(&self) -> &FluentLanguageLoader {
        self.loader.get_or_init(|| read(self.language))
    }

    /// The language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The text of a key made at run time, for the help of the command line; none where there is no such text.
    #[must_use]
    pub fn lookup(&self, key: &str) -> Option<String> {
        let loader = self.loader();
        loader.has(key).then(|| loader.get(key))
    }
}

/// The texts of a language, and those of Chinese for what it does not have. A text that is in neither is said to be missing
/// in its place; that none is, the build and a test see to.
fn read(language: Language) -> FluentLanguageLoader {
    let named = |language: Language| language.tag().parse().unwrap_or_default();
    let loader = FluentLanguageLoader::new("zhiban", named(Language::Zh));
    // Of locales that are compiled in nothing can be unreadable.
    let _ = loader.load_languages(&Locales, &[named(language)]);
    // Fluent would put invisible direction marks around every argument; terminals count them as cells.
    loader.set_use_isolating(false);
    loader
}
