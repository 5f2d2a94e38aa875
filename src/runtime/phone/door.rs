//! Who may pass: the token, the app's own signature, the moment it was made at, and how many at once.

use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use hyper::header::AUTHORIZATION;
use hyper::{HeaderMap, StatusCode};
use sha2::Sha256;
use subtle::ConstantTimeEq as _;

use super::payload::Message;
use crate::domain::time::Stamp;

/// A signature is good for so long before and after its moment: phones' clocks go wrong by minutes.
const WINDOW: i64 = 10 * 60;
/// Requests in a swarm, and a second after that.
const SWARM: u32 = 120;
const A_SECOND: u32 = 20;

/// Why a request was not taken; no more is said to who asks than they need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refused {
    TooMany,
    NoSuchPlace,
    NotLetIn,
    OutOfTime,
    TooLarge,
    NotUnderstood,
    Failed,
}

impl Refused {
    pub(super) const fn answer(self) -> (StatusCode, &'static str) {
        match self {
            Self::TooMany => (StatusCode::TOO_MANY_REQUESTS, "slower"),
            Self::NoSuchPlace => (StatusCode::NOT_FOUND, "not here"),
            Self::NotLetIn => (StatusCode::UNAUTHORIZED, "token or signature"),
            Self::OutOfTime => (StatusCode::UNAUTHORIZED, "timestamp"),
            Self::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "too large"),
            Self::NotUnderstood => (StatusCode::BAD_REQUEST, "not understood"),
            Self::Failed => (StatusCode::INTERNAL_SERVER_ERROR, "try again"),
        }
    }
}

/// What a sender has to know.
#[derive(Clone)]
pub struct Lock {
    /// Sent with every request.
    pub token: String,
    /// The key of the app's own signature.
    pub secret: String,
}

impl std::fmt::Debug for Lock {
    /// Says nothing, so that neither reaches a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Lock")
    }
}

impl Lock {
    /// The token stands in a header, never in the address, which proxies and logs keep.
    pub(super) fn token(&self, headers: &HeaderMap) -> Result<(), Refused> {
        let given = headers
            .get(AUTHORIZATION)
            .map(hyper::header::HeaderValue::as_bytes);
        let given = given.and_then(|v| v.strip_prefix(b"Bearer "));
        let is_right = given.is_some_and(|t| bool::from(t.ct_eq(self.token.as_bytes())));
        is_right.then_some(()).ok_or(Refused::NotLetIn)
    }

    /// The signature covers the timestamp alone, hence the window around it.
    pub(super) fn signature(&self, message: &Message, now: Stamp) -> Result<(), Refused> {
        let expected = self.sign(&message.timestamp).ok_or(Refused::NotLetIn)?;
        // It comes percent-encoded once more than the body asks for, or not, as the app's version has it.
        let given = percent_decoded(&message.sign);
        if !bool::from(given.as_bytes().ct_eq(expected.as_bytes())) {
            return Err(Refused::NotLetIn);
        }
        let apart = now.seconds_since(message.sent()).abs();
        if apart > WINDOW {
            return Err(Refused::OutOfTime);
        }
        Ok(())
    }

    fn sign(&self, timestamp: &str) -> Option<String> {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.secret.as_bytes()).ok()?;
        mac.update(timestamp.as_bytes());
        mac.update(b"\n");
        mac.update(self.secret.as_bytes());
        Some(STANDARD.encode(mac.finalize().into_bytes()))
    }
}

/// A form's decoder turns a plus into a space, which base64 does not have.
fn percent_decoded(sign: &str) -> String {
    if !sign.contains('%') {
        return sign.replace(' ', "+");
    }
    let pair = format!("s={}", sign.replace('+', "%2B"));
    form_urlencoded::parse(pair.as_bytes())
        .next()
        .map(|(_, value)| value.into_owned())
        .unwrap_or_default()
}

/// How many requests may still come.
#[derive(Debug)]
pub(super) struct Bucket {
    left: u32,
    filled: Instant,
}

impl Bucket {
    pub(super) const fn full(now: Instant) -> Self {
        Self {
            left: SWARM,
            filled: now,
        }
    }

    /// Takes one; false when there is none left.
    pub(super) fn take(&mut self, now: Instant) -> bool {
        let drop = Duration::from_secs(1) / A_SECOND;
        let since = now.saturating_duration_since(self.filled);
        let drops = u32::try_from(since.as_micros() / drop.as_micros()).unwrap_or(SWARM);
        if drops > 0 {
            self.left = self.left.saturating_add(drops).min(SWARM);
            self.filled = now;
        }
        if self.left == 0 {
            return false;
        }
        self.left -= 1;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_apps_signature_is_the_documented_one() {
        let lock = Lock {
            token: String::new(),
            secret: "this is secret".to_owned(),
        };
        let encoded = "sSFWELbV2YwjdDQhWZwTcWlX5BWUx5J6TPpsZmuPii0%3D";
        assert_eq!(
            lock.sign("1700000000000").unwrap(),
            percent_decoded(encoded)
        );
    }

    #[test]
    fn a_swarm_empties_the_bucket_and_time_fills_it() {
        let start = super::super::Clock::instant();
        let mut bucket = Bucket::full(start);
        let taken = (0..SWARM * 2).filter(|_| bucket.take(start)).count();
        assert_eq!(taken, SWARM as usize);
        let later = start + Duration::from_secs(1);
        let taken = (0..SWARM).filter(|_| bucket.take(later)).count();
        assert_eq!(taken, A_SECOND as usize);
    }
}
