//! The dossier of the case in hand: into files, or its verdicts onto the clipboard. With the citizen masked, unless the page
//! shows name and number at that moment.

use super::refuse;
use crate::app::case_page::CasePage;
use crate::app::effect::{Effect, Export};
use crate::app::model::Model;
use crate::app::msg::Exported;
use crate::app::notice::Notice;
use crate::app::text::{Dossier, Texts};
use crate::domain::ids::Number;

/// The case in hand as it stands on disk: what goes out of the house is never older than what is on the screen.
fn read(model: &Model) -> Result<(Number, &CasePage), Notice> {
    let entry = model.queue.selected().ok_or(Notice::NothingInHand)?;
    let number = entry.row.number.clone();
    match model.page_in_hand().filter(|p| p.version == entry.version) {
        Some(page) => Ok((number, page)),
        None => Err(Notice::NotRead(number)),
    }
}

fn of<'a>(model: &'a Model, page: &'a CasePage) -> Dossier<'a> {
    Dossier {
        page,
        roster: &model.roster,
        now: model.now,
        openly: model.shown_openly().is_some(),
    }
}

pub(super) fn export(model: &mut Model, texts: &Texts) -> Vec<Effect> {
    match read(model) {
        Ok((number, page)) => vec![Effect::Export(Box::new(Export {
            number,
            document: texts.dossier(of(model, page)),
            folder: model.settings.exports.clone(),
        }))],
        Err(notice) => refuse(model, notice),
    }
}

pub(super) fn written(model: &mut Model, written: Result<Exported, String>) -> Vec<Effect> {
    match written {
        Ok(Exported { folder, files }) => {
            model.notice = Some(Notice::Exported(folder, files));
            Vec::new()
        }
        Err(problem) => refuse(model, Notice::NotExported(problem)),
    }
}

pub(super) fn copy_verdicts(model: &mut Model, texts: &Texts) -> Vec<Effect> {
    let copied = read(model).and_then(|(number, page)| {
        let text = texts.verdict_text(of(model, page));
        match text {
            Some(text) => Ok((number, text)),
            None => Err(Notice::NothingLate(number)),
        }
    });
    match copied {
        Ok((number, text)) => {
            model.notice = Some(Notice::VerdictsCopied(number));
            vec![Effect::CopyText(text)]
        }
        Err(notice) => refuse(model, notice),
    }
}
