//! The phone's door while a person works at the desk: a flood of requests keeps nobody waiting, and loses nothing it was
//! promised to keep.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use zhiban::domain::time::Stamp;
use zhiban::runtime::clock::Clock;

use super::office::{BRANCH, COVER, NOW, Office, STAIRS, done};
use super::window::{BOUND, Window};

const TOKEN: &str = "a-token-of-the-office";
const SECRET: &str = "this is secret";

/// An office with a phone, and the address its desk listens at.
fn with_phone() -> (Office, SocketAddr) {
    let office = Office::with_cases();
    // Free a moment ago; nobody else on this machine asks for it by number.
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = free.local_addr().unwrap();
    drop(free);
    office.configure(&format!(
        "[phone]\nlisten = \"{address}\"\ntoken = \"{TOKEN}\"\nsecret = \"{SECRET}\"\n"
    ));
    (office, address)
}

/// Opens the desk; its door opens a moment after its first frame.
fn open(office: &Office, address: SocketAddr) -> Window {
    let desk = office.open(&[]);
    let started = Clock::instant();
    while TcpStream::connect(address).is_err() {
        assert!(started.elapsed() < BOUND, "nobody listens at {address}");
        thread::yield_now();
    }
    desk
}

/// Sends a text and returns the status; none when it was hung up on.
fn send(address: SocketAddr, text: &str) -> Option<u16> {
    let now: Stamp = NOW.parse().unwrap();
    let millis = now.unix() * 1000;
    let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).unwrap();
    mac.update(format!("{millis}\n{SECRET}").as_bytes());
    let sign = STANDARD.encode(mac.finalize().into_bytes());
    let body = serde_json::json!({ "from": "12345", "text": text, "ts": millis.to_string(), "sign": sign });
    let body = body.to_string();
    let request = format!(
        "POST /forwarded HTTP/1.1\r\nHost: desk\r\nAuthorization: Bearer {TOKEN}\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(BOUND)).ok()?;
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = String::new();
    // The door may be shut before the answer is through.
    let _ = stream.read_to_string(&mut answer);
    answer.split_whitespace().nth(1)?.parse().ok()
}

/// The hand stands on the case of that title.
fn has_hand(window: &Window, title: &str) -> bool {
    window.line(title).contains('▸')
}

#[test]
fn a_thousand_requests_in_a_burst_keep_nobody_from_working() {
    const SENDERS: usize = 4;
    const EACH: usize = 250;
    let (office, address) = with_phone();
    let mut desk = open(&office, address);
    let senders: Vec<_> = (0..SENDERS)
        .map(|sender| {
            thread::spawn(move || {
                let texts = (0..EACH).map(|n| format!("第 {sender} 机第 {n} 条"));
                let answers: Vec<Option<u16>> = texts.map(|text| send(address, &text)).collect();
                answers
            })
        })
        .collect();
    // While they send, every key is answered.
    let mut answered = 0;
    while senders.iter().any(|s| !s.is_finished()) || answered < 10 {
        desk.press("j");
        desk.wait_for("the hand on the next case", |w| has_hand(w, STAIRS));
        desk.press("k");
        desk.wait_for("the hand back", |w| has_hand(w, COVER));
        answered += 2;
    }
    let answers: Vec<Option<u16>> = senders
        .into_iter()
        .flat_map(|s| s.join().unwrap())
        .collect();
    assert_eq!(answers.len(), SENDERS * EACH);
    let strange = answers
        .iter()
        .find(|a| !matches!(a, Some(200 | 429) | None));
    assert_eq!(strange, None, "{answers:?}");
    let let_in = answers.iter().filter(|a| **a == Some(200)).count();
    assert!(let_in >= 100, "{let_in}");
    // What was promised to be kept waits, and is counted where the person looks.
    desk.see(&format!("手机 {let_in}"));
    let kept: serde_json::Value = serde_json::from_str(&office.run(&["phone", "--json"])).unwrap();
    assert_eq!(kept.as_array().unwrap().len(), let_in);
    desk.press("s");
    desk.see(&done(1, "街道签收（11-23 09:08）"));
    // None of it has touched a case.
    let log = office.run(&["log", "export"]);
    assert_eq!(log.matches("\"event\"").count(), 4, "{log}");
    assert!(desk.shows(BRANCH));
}

/// From the phone to the case by keys, and what waits outlives a desk that is killed.
#[test]
fn a_text_waits_through_a_kill_and_becomes_a_case() {
    let (office, address) = with_phone();
    let mut desk = open(&office, address);
    let text = "【12345】新的诉求件：FZ26112300077，标题：路灯不亮；地址：驿里3座，联系电话：13800000001。";
    assert_eq!(send(address, text), Some(200));
    desk.see("手机 1");
    desk.see("f 处理：短信提到 FZ26112300077");
    desk.kill();
    let mut desk = open(&office, address);
    desk.see("手机 1");
    desk.press("f");
    desk.see("可能是新件");
    assert!(!desk.shows("13800000001"), "{}", desk.text());
    desk.press("n");
    desk.see("录入新件");
    desk.see("13800000001");
    // Not the same text again, whatever the phone does.
    assert_eq!(send(address, text), Some(200));
    desk.press("\x1bOQ");
    desk.see("FZ26112300077 已记：接件");
    desk.wait_for("nothing to wait", |w| !w.shows("手机"));
    assert_eq!(office.field("路灯不亮", "number"), "FZ26112300077");
}
