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

use i18n_embed::LanguageLoader as _;
use i18n_embed::fluent::FluentLanguageLoader;
use rust_embed::RustEmbed;

use crate::domain::ids::Kind;
pub use crate::domain::show::Language;
pub use dossier::Dossier;

/// A text by its key, with its arguments. One without arguments is looked up once in each language: a frame says hundreds.
macro_rules! say {
    ($texts:expr, $id:literal $(,)?) => {{
        static SAID: [std::sync::OnceLock<String>; 2] = [const { std::sync::OnceLock::new() }; 2];
        let [zh, en] = &SAID;
        let said = match $texts.language() {
            $crate::app::text::Language::Zh => zh,
            $crate::app::text::Language::En => en,
        };
        said.get_or_init(|| i18n_embed_fl::fl!($texts.loader, $id)).clone()
    }};
    ($texts:expr, $id:literal $(, $name:ident = $value:expr)+ $(,)?) => {
        i18n_embed_fl::fl!($texts.loader, $id $(, $name = ($value))+)
    };
}
pub(crate) use say;

#[derive(RustEmbed)]
#[folder = "assets/locales"]
struct Locales;

/// The texts could not be loaded; the program was built without them.
#[derive(Debug, thiserror::Error)]
#[error("the texts of {language} cannot be read: {problem}")]
pub struct NoTexts {
    /// The locale's folder.
    language: &'static str,
    /// What the loader says.
    problem: String,
}

/// The texts of one language.
#[derive(Debug)]
pub struct Texts {
    pub(crate) loader: FluentLanguageLoader,
    language: Language,
    /// The words every line of the queue needs, looked up once.
    short: Short,
    /// Behind the countdown of a unit that was phoned.
    pub phoned: String,
}

#[derive(Debug, Default)]
struct Short {
    kinds: Vec<String>,
    day: String,
    hour: String,
    minute: String,
}

impl Texts {
    /// The texts of a language.
    ///
    /// # Errors
    /// When the compiled-in locales are broken, which a test rules out.
    pub fn load(language: Language) -> Result<Self, NoTexts> {
        let name = language.tag();
        let broken = |problem: String| NoTexts {
            language: name,
            problem,
        };
        let fallback = Language::Zh
            .tag()
            .parse()
            .map_err(|e| broken(format!("{e}")))?;
        let wanted = name.parse().map_err(|e| broken(format!("{e}")))?;
        let loader = FluentLanguageLoader::new("zhiban", fallback);
        loader
            .load_languages(&Locales, &[wanted])
            .map_err(|e| broken(e.to_string()))?;
        // Fluent would put invisible direction marks around every argument; terminals count them as cells.
        loader.set_use_isolating(false);
        let mut texts = Self {
            loader,
            language,
            short: Short::default(),
            phoned: String::new(),
        };
        texts.phoned = say!(texts, "unit-phoned");
        texts.short = Short {
            kinds: Kind::ALL.iter().map(|k| texts.short_kind(*k)).collect(),
            day: say!(texts, "unit-day"),
            hour: say!(texts, "unit-hour"),
            minute: say!(texts, "unit-minute"),
        };
        Ok(texts)
    }

    /// The language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The text of a key made at run time, for the help of the command line; none where there is no such text.
    #[must_use]
    pub fn lookup(&self, key: &str) -> Option<String> {
        self.loader.has(key).then(|| self.loader.get(key))
    }
}
