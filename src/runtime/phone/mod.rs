//! The listener for texts and calls that a phone on the office's network forwards (`SmsForwarder`): off unless it is set.
//!
//! A door, not a service: one way in, small bodies, few at a time, nobody for long. What gets through is kept in the store
//! as a hint; nothing of it is run, and nothing is shown before the filter for texts from outside has seen it. Works on a
//! thread and a connection to the store of its own, so that a flood never keeps the desk waiting. Called by `cli` and by
//! the desk.

mod door;
mod payload;

use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::sync::Semaphore;
use tokio::time::timeout;

pub use door::Lock;

use self::door::{Bucket, Refused};
use super::clock::Clock;
use crate::domain::forwarded::Forwarded;
use crate::domain::rules::Rules;
use crate::store::{Store, Taken};

/// The path messages are sent to.
pub const PATH: &str = "/forwarded";
/// The longest body in bytes: a text message has a few hundred.
const MOST_BODY: usize = 64 << 10;
/// Connections at once.
const MOST_AT_ONCE: usize = 32;
/// A request's head has to be here by then, a connection has to be done by then.
const HEAD: Duration = Duration::from_secs(3);
const WHOLE: Duration = Duration::from_secs(8);

/// Where the listener listens, and who may pass.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Address and port.
    pub listen: SocketAddr,
    /// What a sender has to know.
    pub lock: Lock,
    /// Who may connect at all; empty: anybody.
    pub allow: Vec<IpAddr>,
}

struct Desk {
    settings: Settings,
    store: Mutex<Store>,
    bucket: Mutex<Bucket>,
    rules: Arc<Rules>,
    clock: Clock,
    told: Box<dyn Fn(&Forwarded) + Send + Sync>,
}

/// Listens on a thread of its own until the program ends, and says where. `told` is called for each message that is new.
///
/// # Errors
/// When the address cannot be had, or the system starts no thread.
pub fn listen(
    settings: Settings,
    store: Store,
    rules: Arc<Rules>,
    clock: Clock,
    told: impl Fn(&Forwarded) + Send + Sync + 'static,
) -> io::Result<SocketAddr> {
    let listener = TcpListener::bind(settings.listen)?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let desk = Arc::new(Desk {
        settings,
        store: Mutex::new(store),
        bucket: Mutex::new(Bucket::full(Clock::instant())),
        rules,
        clock,
        told: Box::new(told),
    });
    std::thread::Builder::new()
        .name("phone".to_owned())
        .spawn(move || runtime.block_on(accept(listener, desk)))?;
    Ok(address)
}

async fn accept(listener: TcpListener, desk: Arc<Desk>) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else {
        return;
    };
    let places = Arc::new(Semaphore::new(MOST_AT_ONCE));
    loop {
        let Ok((stream, from)) = listener.accept().await else {
            // No more files may be opened just now: others are let finish.
            tokio::time::sleep(Duration::from_millis(100)).await;
            continue;
        };
        let allow = &desk.settings.allow;
        if !allow.is_empty() && !allow.contains(&from.ip().to_canonical()) {
            continue;
        }
        // One that finds no place is hung up on; the app tries again.
        let Ok(place) = Arc::clone(&places).try_acquire_owned() else {
            continue;
        };
        let desk = Arc::clone(&desk);
        tokio::spawn(async move {
            let service = service_fn(move |request| answer(Arc::clone(&desk), request));
            let connection = http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(HEAD)
                .keep_alive(false)
                .max_buf_size(16 << 10)
                .serve_connection(TokioIo::new(stream), service);
            // What goes wrong on the wire is the sender's to see.
            let _ = timeout(WHOLE, connection).await;
            drop(place);
        });
    }
}

async fn answer(
    desk: Arc<Desk>,
    request: Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let (status, word) = match take(&desk, request).await {
        Ok(Taken::New) => (StatusCode::OK, "kept"),
        Ok(Taken::Known) => (StatusCode::OK, "known"),
        Ok(Taken::Full) => (StatusCode::INSUFFICIENT_STORAGE, "full"),
        Err(refused) => refused.answer(),
    };
    let mut response = Response::new(Full::new(Bytes::from_static(word.as_bytes())));
    *response.status_mut() = status;
    Ok(response)
}

async fn take(desk: &Desk, request: Request<Incoming>) -> Result<Taken, Refused> {
    let now = Clock::instant();
    if !held(&desk.bucket).take(now) {
        return Err(Refused::TooMany);
    }
    if request.method() != Method::POST || request.uri().path() != PATH {
        return Err(Refused::NoSuchPlace);
    }
    let (head, body) = request.into_parts();
    // Before the body is read: who does not know the token has nothing to say.
    desk.settings.lock.token(&head.headers)?;
    let body = Limited::new(body, MOST_BODY).collect().await;
    let body = body.map_err(|_| Refused::TooLarge)?.to_bytes();
    let message = payload::read(&body).ok_or(Refused::NotUnderstood)?;
    let now = desk.clock.now();
    desk.settings.lock.signature(&message, now)?;
    let forwarded = Forwarded::read(
        message.from.clone(),
        message.text.clone(),
        message.got(),
        &desk.rules.policy,
    );
    let taken = held(&desk.store)
        .keep_forwarded(&forwarded, &message.digest(), now)
        .map_err(|_| Refused::Failed)?;
    if taken == Taken::New {
        (desk.told)(&forwarded);
    }
    Ok(taken)
}

/// Nothing is half done where somebody panicked while holding it.
fn held<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
