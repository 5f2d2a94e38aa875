//! A thousand requests at the phone's door: four senders, each one request after the other, as fast as they are answered.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread::{self, JoinHandle};
use std::time::{SystemTime, UNIX_EPOCH};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

const SENDERS: usize = 4;
const EACH: usize = 250;
const KEY: &str = "a-token-of-the-bench";

/// Settings for a listener, and its address.
pub fn settings() -> (String, SocketAddr) {
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = free.local_addr().unwrap();
    let settings =
        format!("[phone]\nlisten = \"{address}\"\ntoken = \"{KEY}\"\nsecret = \"{KEY}\"\n");
    (settings, address)
}

/// The senders; each returns how many of its requests were let in.
pub fn send(address: SocketAddr) -> Vec<JoinHandle<usize>> {
    let sender = |sender| {
        move || {
            let texts = (0..EACH).map(|n| format!("sender {sender} text {n}"));
            texts.filter(|text| is_let_in(address, text)).count()
        }
    };
    (0..SENDERS).map(|n| thread::spawn(sender(n))).collect()
}

fn is_let_in(address: SocketAddr, text: &str) -> bool {
    let millis = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap()
        .as_millis();
    let mut mac = Hmac::<Sha256>::new_from_slice(KEY.as_bytes()).unwrap();
    mac.update(format!("{millis}\n{KEY}").as_bytes());
    let sign = STANDARD.encode(mac.finalize().into_bytes());
    let body = format!(
        "{{\"from\":\"12345\",\"text\":\"{text}\",\"ts\":\"{millis}\",\"sign\":\"{sign}\"}}"
    );
    let request = format!(
        "POST /forwarded HTTP/1.1\r\nHost: desk\r\nAuthorization: Bearer {KEY}\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let Ok(mut stream) = TcpStream::connect(address) else {
        return false;
    };
    let mut answer = String::new();
    let sent = stream.write_all(request.as_bytes());
    let _ = stream.read_to_string(&mut answer);
    sent.is_ok() && answer.starts_with("HTTP/1.1 200")
}
