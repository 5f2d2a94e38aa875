//! `phone` and `pair`: what a phone forwarded, the listener without a screen, and how the app on the phone is set up.

use std::net::SocketAddr;
use std::sync::{Arc, mpsc};

use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;
use serde_json::{Value, json};
use uuid::Uuid;

use super::args::Phone;
use super::desk::Desk;
use super::failure;
use super::output::{self, Output};
use crate::app::text::say;
use crate::config;
use crate::domain::forwarded::Kept;
use crate::error::Failure;
use crate::runtime::phone::{self, Lock, PATH, Settings};

/// Shows what came in, settles one of it, or listens.
///
/// # Errors
/// No such message, no settings to listen by, or the store's or the system's failure.
pub fn run(desk: &Desk, args: &Phone) -> Result<(), Failure> {
    if args.serve {
        return serve(desk);
    }
    let mut store = desk.open_store()?;
    let said = |e| failure::store(&desk.texts, &e);
    if let Some(id) = args.settle {
        let there = store.settle_forwarded(id, desk.now()).map_err(said)?;
        if !there {
            return Err(Failure::usage(say!(
                desk.texts,
                "error-no-message",
                id = id
            )));
        }
        return Ok(());
    }
    let kept = store.forwarded().map_err(said)?;
    let mut out = Output::new();
    if desk.json {
        out.json(&Value::Array(kept.iter().map(value).collect()))?;
    } else if kept.is_empty() {
        out.line(say!(desk.texts, "phone-empty"))?;
    } else {
        for kept in &kept {
            let came = desk.texts.moment(kept.came);
            let what = desk.texts.forwarded(&kept.message);
            out.line(format!("{} {came} {what}", kept.id))?;
        }
    }
    out.finish()
}

fn value(kept: &Kept) -> Value {
    let message = &kept.message;
    json!({
        "id": kept.id, "came": kept.came, "from": message.sender, "text": message.text, "sent": message.sent,
        "case": message.number,
        "call": message.call.as_ref().map(|c| json!({ "unit": c.unit, "seconds": c.seconds })),
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
        out.line(desk.texts.forwarded(&message))?;
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
    let template = r#"{"from":"[from]","text":"[org_content]","ts":"[timestamp]","sign":"[sign]"}"#;
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

/// 124 random bits: the last half of a `UUIDv7` is random.
fn made_up() -> String {
    let half = || Uuid::now_v7().simple().to_string().split_off(16);
    half() + &half()
}
