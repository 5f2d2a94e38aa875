//! `phone` and `pair`: what a phone forwarded, the listener without a screen, and how the app on the phone is set up.

use std::net::SocketAddr;
use std::sync::{Arc, mpsc};

use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;
use serde_json::{Value, json};
use uuid::Uuid;

use super::args::Phone;
use super::desk::Desk;
use super::output::{self, Output};
use super::{act, failure, show};
use crate::app::text::say;
use crate::config;
use crate::domain::command::{Act, Context};
use crate::domain::forwarded::{Forwarded, Matter, Waiting};
use crate::domain::ids::Number;
use crate::domain::time::Stamp;
use crate::error::Failure;
use crate::runtime::phone::{self, Lock, PATH, Settings};
use crate::store::Store;

/// Shows what came in, deals with one of it, or listens.
///
/// # Errors
/// No such message, no settings to listen by, or the store's or the system's failure.
pub fn run(desk: &Desk, args: &Phone) -> Result<(), Failure> {
    if args.serve {
        return serve(desk);
    }
    let mut store = desk.open_store()?;
    if let Some(id) = args.confirm {
        return on_its_case(desk, &mut store, id, args, confirming);
    }
    if let Some(id) = args.attach {
        return on_its_case(desk, &mut store, id, args, attaching);
    }
    let said = |e| failure::store(&desk.texts, &e);
    let moved = match (args.settle, args.back) {
        (Some(id), _) => Some((id, store.put_aside(id, desk.now()).map_err(said)?)),
        (None, Some(id)) => Some((id, store.bring_back(id).map_err(said)?)),
        (None, None) => None,
    };
    match moved {
        Some((_, true)) => Ok(()),
        Some((id, false)) => Err(no_message(desk, id)),
        None => list(desk, &mut store),
    }
}

fn no_message(desk: &Desk, id: i64) -> Failure {
    Failure::usage(say!(desk.texts, "error-no-message", id = id))
        .mend(say!(desk.texts, "error-message-mend"))
}

fn list(desk: &Desk, store: &mut Store) -> Result<(), Failure> {
    let said = |e| failure::store(&desk.texts, &e);
    let mut waiting = Vec::new();
    // In the order they came; all of them, not only those the board shows at once.
    for kept in store.forwarded().map_err(said)? {
        let matter = store.matter_of(&kept).map_err(said)?;
        waiting.push(Waiting { kept, matter });
    }
    let mut out = Output::new();
    if desk.json {
        let values = waiting.iter().map(|w| value(desk, w)).collect();
        out.json(&Value::Array(values))?;
        return out.finish();
    }
    if waiting.is_empty() {
        out.line(say!(desk.texts, "phone-empty"))?;
    }
    for Waiting { kept, matter } in &waiting {
        let came = desk.texts.moment(kept.came);
        let what = desk.texts.forwarded(&shown(desk, &kept.message));
        out.line(format!("{} {came} {what}", kept.id))?;
        for owed in matter.owed() {
            out.line(say!(
                desk.texts,
                "phone-owed",
                number = owed.number.as_str(),
                about = say!(
                    desk.texts,
                    "remind-about",
                    about = desk.texts.about(owed.about)
                ),
                title = owed.title.as_str()
            ))?;
        }
    }
    out.finish()
}

/// What a message asks for, on which cases, and when.
struct Asked {
    of: Vec<(Number, Act)>,
    at: Stamp,
    note: Option<String>,
}

fn confirming(desk: &Desk, waiting: &Waiting) -> Result<Asked, Failure> {
    let kept = &waiting.kept;
    let of: Vec<(Number, Act)> = waiting
        .matter
        .owed()
        .iter()
        .filter_map(|o| Some((o.number.clone(), kept.reminder(o.about)?)))
        .collect();
    if of.is_empty() {
        let id = kept.id;
        return Err(Failure::usage(say!(
            desk.texts,
            "error-owed-nothing",
            id = id
        )));
    }
    Ok(Asked {
        of,
        at: kept.called(),
        note: Some(kept.evidence()),
    })
}

fn attaching(desk: &Desk, waiting: &Waiting) -> Result<Asked, Failure> {
    let kept = &waiting.kept;
    let of = match &waiting.matter {
        Matter::Case(number, _) => vec![number.clone()],
        Matter::Call(owed) => owed.iter().map(|o| o.number.clone()).collect(),
        Matter::Draft => Vec::new(),
    };
    if of.is_empty() {
        return Err(Failure::usage(say!(
            desk.texts,
            "error-no-case",
            id = kept.id
        )));
    }
    Ok(Asked {
        of: of.into_iter().map(|n| (n, kept.note())).collect(),
        at: desk.now(),
        note: None,
    })
}

/// Carries out what a message asks for on the one case it can mean, or on the one that is named.
fn on_its_case(
    desk: &Desk,
    store: &mut Store,
    id: i64,
    args: &Phone,
    asked: impl Fn(&Desk, &Waiting) -> Result<Asked, Failure>,
) -> Result<(), Failure> {
    let said = |e| failure::store(&desk.texts, &e);
    let kept = store.forwarded().map_err(said)?;
    let kept = kept.into_iter().find(|k| k.id == id);
    let kept = kept.ok_or_else(|| no_message(desk, id))?;
    let matter = store.matter_of(&kept).map_err(said)?;
    let mut asked = asked(desk, &Waiting { kept, matter })?;
    if let Some(case) = &args.case {
        asked.of.retain(|(number, _)| number == case);
    }
    let [(number, act)] = asked.of.as_slice() else {
        let cases: Vec<&str> = asked.of.iter().map(|(n, _)| n.as_str()).collect();
        let separator = say!(desk.texts, "list-separator");
        if cases.is_empty() {
            return Err(Failure::usage(say!(desk.texts, "error-no-case", id = id)));
        }
        return Err(Failure::usage(say!(
            desk.texts,
            "error-which-case",
            id = id,
            cases = cases.join(&separator)
        ))
        .mend(say!(desk.texts, "error-which-case-mend")));
    };
    let context = Context {
        at: asked.at,
        now: desk.now(),
        by: desk.actor(store, asked.at)?,
        person: desk.person(),
        note: asked.note,
    };
    let done = store.act_for(id, number, act, &context, None);
    let done = done.map_err(|e| failure::act(desk, Some(number), &e))?;
    let mut out = Output::new();
    if desk.json {
        out.json(&show::value(desk, store, number)?)?;
    } else {
        out.line(act::report(desk, store, number, &done)?)?;
    }
    out.finish()
}

/// The message with the citizen masked, unless that is done openly, on purpose.
fn shown(desk: &Desk, message: &Forwarded) -> Forwarded {
    if desk.unmasked {
        message.clone()
    } else {
        message.masked(&desk.rules.policy)
    }
}

fn value(desk: &Desk, Waiting { kept, matter }: &Waiting) -> Value {
    let message = shown(desk, &kept.message);
    let owed: Vec<Value> = matter
        .owed()
        .iter()
        .map(|o| json!({ "case": o.number, "about": o.about, "due": o.due, "logged": o.logged }))
        .collect();
    json!({
        "id": kept.id, "came": kept.came, "from": message.sender, "text": message.text, "sent": message.sent,
        "case": message.number,
        "call": message.call.as_ref().map(|c| json!({
            "unit": c.unit, "seconds": c.seconds, "at": kept.called(), "owed": owed,
        })),
    })
}

fn serve(desk: &Desk) -> Result<(), Failure> {
    let settings = settings(desk)?;
    let (told, messages) = mpsc::channel();
    let address = phone::listen(
        settings,
        desk.open_store()?,
        Arc::new(desk.rules.clone()),
        desk.clock,
        move |message| {
            // Nobody reads any more when the program ends.
            let _ = told.send(message.clone());
        },
    )
    .map_err(|e| Failure::system(e.to_string()))?;
    let mut out = Output::new();
    out.line(say!(
        desk.texts,
        "phone-listens",
        address = address.to_string()
    ))?;
    out.writer().flush().map_err(|e| output::failed(&e))?;
    for message in messages {
        out.line(desk.texts.forwarded(&shown(desk, &message)))?;
        out.writer().flush().map_err(|e| output::failed(&e))?;
    }
    out.finish()
}

fn settings(desk: &Desk) -> Result<Settings, Failure> {
    let phone = desk.config.phone.as_ref().ok_or_else(|| {
        Failure::usage(say!(desk.texts, "error-no-phone"))
            .mend(say!(desk.texts, "error-no-phone-mend"))
    })?;
    Ok(of_config(phone))
}

/// What the settings say, for the listener.
pub(super) fn of_config(phone: &config::Phone) -> Settings {
    Settings {
        listen: phone.listen,
        lock: Lock {
            token: phone.token.clone(),
            secret: phone.secret.clone(),
        },
        allow: phone.allow.clone(),
    }
}

/// Says what the app on the phone needs; makes up a token and a secret where the settings have none.
///
/// # Errors
/// When the output cannot be written.
pub fn pair(desk: &Desk) -> Result<(), Failure> {
    let texts = &desk.texts;
    let (listen, token, secret) = match &desk.config.phone {
        Some(phone) => (phone.listen, phone.token.clone(), phone.secret.clone()),
        None => (
            SocketAddr::from(([127, 0, 0, 1], 8710)),
            made_up(),
            made_up(),
        ),
    };
    let url = format!("http://{listen}{PATH}");
    let template = concat!(
        r#"{"from":"[from]","text":"[org_content]","received":"[receive_time]","#,
        r#""ts":"[timestamp]","sign":"[sign]"}"#
    );
    let mut out = Output::new();
    if desk.json {
        out.json(&json!({ "url": url, "token": token, "secret": secret, "template": template }))?;
        return out.finish();
    }
    if desk.config.phone.is_none() {
        out.line(say!(texts, "pair-settings"))?;
        out.line(format!(
            "\n[phone]\nlisten = \"{listen}\"\ntoken = \"{token}\"\nsecret = \"{secret}\"\nallow = []\n"
        ))?;
    }
    out.line(say!(texts, "pair-app"))?;
    out.line(format!("URL      {url}"))?;
    out.line(format!("Headers  Authorization: Bearer {token}"))?;
    out.line(format!("Secret   {secret}"))?;
    out.line(format!("Params   {template}"))?;
    if listen.ip().is_loopback() {
        out.line(say!(texts, "pair-loopback"))?;
    }
    // To be scanned and pasted into the app by hand.
    let text = format!("{url}\nAuthorization: Bearer {token}\n{secret}\n{template}");
    let code = QrCode::new(text).map_err(|e| Failure::system(e.to_string()))?;
    out.line(code.render::<Dense1x2>().build())?;
    out.finish()
}

/// 122 random bits, of which nothing follows from another one made up before or after.
fn made_up() -> String {
    Uuid::new_v4().simple().to_string()
}
