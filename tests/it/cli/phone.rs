//! The listener for what a phone forwards, over a real socket: what gets through its door and what does not.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::json;
use sha2::Sha256;
use zhiban::domain::rules::Rules;
use zhiban::domain::time::Stamp;

use super::{Desk, PATIENCE};

const TOKEN: &str = "a-token-of-the-office";
/// The app's documented example: this secret, this timestamp, this signature.
const SECRET: &str = "this is secret";
const STAMP: &str = "1700000000000";
const SIGN: &str = "sSFWELbV2YwjdDQhWZwTcWlX5BWUx5J6TPpsZmuPii0%3D";
/// The moment of that timestamp.
const NOW: &str = "2023-11-15T06:13:20";

struct Phone {
    desk: Desk,
    program: Child,
    address: String,
}

impl Phone {
    fn listening(allow: &str, now: &str) -> Self {
        Self::at(Desk::new(), allow, now)
    }

    /// At a desk whose policy knows the phone of 三坊七巷社区, its first unit.
    fn with_a_units_number(now: &str) -> Self {
        let desk = Desk::new();
        let policy = Rules::builtin_policy();
        let policy = policy.replacen("phone = \"\"", "phone = \"0591-87550001\"", 1);
        desk.write("policy.toml", policy);
        Self::at(desk.with("ZHIBAN_POLICY", "policy.toml"), "", now)
    }

    fn at(desk: Desk, allow: &str, now: &str) -> Self {
        desk.write(
            "config.toml",
            format!(
                "[phone]\nlisten = \"127.0.0.1:0\"\ntoken = \"{TOKEN}\"\nsecret = \"{SECRET}\"\nallow = [{allow}]\n"
            ),
        );
        let desk = desk.with("ZHIBAN_CONFIG", "config.toml");
        let words = ["phone", "--serve"].map(str::to_owned);
        let mut command = desk.command(now, &words);
        let mut program = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        let mut out = BufReader::new(program.stdout.take().unwrap());
        out.read_line(&mut line).unwrap();
        let address = line.split_whitespace().find(|w| w.contains("127.0.0.1:"));
        let address = address.expect(&line).to_owned();
        // Read on, so that the program never waits for its reader.
        std::thread::spawn(move || std::io::copy(&mut out, &mut std::io::sink()));
        Self {
            desk,
            program,
            address,
        }
    }

    /// Sends bytes as they are and returns all that comes back.
    fn raw(&self, bytes: &[u8]) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        // The door may be shut before all of it is through.
        let _ = stream.write_all(bytes);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn post(&self, token: &str, body: &str) -> String {
        let answer = self.raw(request(token, body).as_bytes());
        answer
            .split_whitespace()
            .nth(1)
            .unwrap_or("hung up")
            .to_owned()
    }

    fn kept(&self) -> Vec<serde_json::Value> {
        self.desk.json(NOW, "phone").as_array().unwrap().clone()
    }
}

impl Drop for Phone {
    fn drop(&mut self) {
        self.program.kill().unwrap();
        self.program.wait().unwrap();
    }
}

fn request(token: &str, body: &str) -> String {
    format!(
        "POST /forwarded HTTP/1.1\r\nHost: desk\r\nAuthorization: Bearer {token}\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

fn form(text: &str) -> String {
    // The app encodes the signature once more than the form asks for.
    let sign = SIGN.replace('%', "%25");
    format!("from=12345&content={text}&timestamp={STAMP}&sign={sign}")
}

fn as_json(text: &str) -> String {
    format!("{{\"from\":\"12345\",\"text\":\"{text}\",\"ts\":\"{STAMP}\",\"sign\":\"{SIGN}\"}}")
}

#[test]
fn forms_and_json_get_through_once_and_show_no_control_signs() {
    let phone = Phone::listening("", NOW);
    assert_eq!(
        phone.post(TOKEN, &form("FZ26112300031+%1B%5B2Jsign")),
        "200"
    );
    assert_eq!(phone.post(TOKEN, &as_json("second\\u0007")), "200");
    // The same again: a replay, or the app's own doubling.
    assert_eq!(phone.post(TOKEN, &as_json("second\\u0007")), "200");
    let kept = phone.kept();
    assert_eq!(kept.len(), 2, "{kept:?}");
    assert_eq!(kept[0]["case"], "FZ26112300031");
    assert_eq!(kept[0]["text"], "FZ26112300031 sign");
    assert_eq!(kept[1]["text"], "second");
    // More than a message can sensibly hold is cut where one sees it.
    assert_eq!(phone.post(TOKEN, &as_json(&"长".repeat(5000))), "200");
    let long = phone.kept()[2]["text"].as_str().unwrap().to_owned();
    assert_eq!((long.chars().count(), long.ends_with('…')), (4001, true));
    phone.desk.run(NOW, "phone --settle 3").ends(0);
    phone.desk.run(NOW, "phone --settle 1").ends(0);
    phone.desk.run(NOW, "phone --settle 1").ends(2);
    assert_eq!(phone.kept().len(), 1);
}

/// A text signed at that moment, by the template that `pair` gives.
fn signed(from: &str, text: &str, at: &str) -> String {
    let at: Stamp = at.parse().unwrap();
    let millis = (at.unix() * 1000).to_string();
    let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).unwrap();
    mac.update(format!("{millis}\n{SECRET}").as_bytes());
    let sign = STANDARD.encode(mac.finalize().into_bytes());
    let got = "2026-11-23 09:04:00";
    json!({ "from": from, "text": text, "received": got, "ts": millis, "sign": sign }).to_string()
}

/// W1: evidence until somebody confirms it, then logged at the call's own moment; what waits is dealt with once.
#[test]
fn what_was_forwarded_is_dealt_with_on_the_command_line_too() {
    let now = "2026-11-23T09:20:00";
    let phone = Phone::with_a_units_number(now);
    let desk = &phone.desk;
    let add = "add --kind ordinary --community 三坊七巷 --received 2026-11-23T08:50 --title 路灯不亮 --number";
    for number in ["YB1", "YB2"] {
        desk.run("09:00", &format!("{add} {number}")).ends(0);
        let dispatch = format!("dispatch {number} --to 三坊七巷社区");
        desk.run("09:03", &dispatch).ends(0);
    }
    let call = "联系人：三坊七巷社区\n通话日期：2026-11-23 09:05:10\n通话时长：65s\n类型：去电挂机";
    assert_eq!(phone.post(TOKEN, &signed("059187550001", call, now)), "200");
    let text = "诉求 YB2 的市民 13800000001 又来电";
    assert_eq!(phone.post(TOKEN, &signed("13800000009", text, now)), "200");
    let listed = desk.json(now, "phone");
    let (evidence, draft) = (&listed[0], &listed[1]);
    assert_eq!(evidence["call"]["unit"], "三坊七巷社区");
    assert_eq!(evidence["call"]["seconds"], 65);
    assert_eq!(evidence["call"]["at"], "2026-11-23T09:05:10+08:00");
    let owed: Vec<&str> = evidence["call"]["owed"]
        .as_array()
        .unwrap()
        .iter()
        .map(|o| o["case"].as_str().unwrap())
        .collect();
    assert_eq!(owed, ["YB1", "YB2"]);
    // The phone got it long before it came in here; and a citizen is masked.
    assert_eq!(draft["sent"], "2026-11-23T09:04:00+08:00");
    assert_eq!(draft["from"], "138****0009");
    assert_eq!(draft["text"], "诉求 YB2 的市民 138****0001 又来电");
    assert_eq!(desk.json(now, "phone --unmasked")[1]["text"], text);

    desk.run(now, "phone --confirm 1")
        .ends(2)
        .complains(&["YB1、YB2", "--case"]);
    desk.run(now, "phone --confirm 2")
        .ends(2)
        .complains(&["不是打给欠着事的单位的电话"]);
    desk.run(now, "phone --attach 2")
        .ends(2)
        .complains(&["没有提到本台有的件"]);
    desk.run(now, "phone --confirm 1 --case YB2 --person 陈工")
        .ends(0)
        .shows(&["YB2", "电话提醒"]);
    desk.run(now, "phone --confirm 1 --case YB2")
        .ends(2)
        .complains(&["没有待处理的第 1 条"]);
    let shown = desk.json("09:30", "show YB2");
    let sign = shown["clocks"]
        .as_array()
        .unwrap()
        .iter()
        .find(|c| c["clock"] == "unit_sign")
        .unwrap();
    assert_eq!(
        sign["answers"],
        json!(["unit:三坊七巷社区"]),
        "W1: the unit alone"
    );
    let log = desk.run(now, "log export").ends(0).out;
    let reminded: Vec<&str> = log
        .lines()
        .filter(|l| l.contains("phone_reminded"))
        .collect();
    assert_eq!(reminded.len(), 1);
    for said in [
        "\"at\":\"2026-11-23T09:05:10+08:00\"",
        "通话时长：65s",
        "\"answered\":true",
        "\"about\":\"unit_sign\"",
    ] {
        assert!(reminded[0].contains(said), "{said}: {}", reminded[0]);
    }
    // What came out goes into another desk's log as it is.
    desk.write("log.jsonl", &log);
    desk.run(now, "log import log.jsonl")
        .ends(0)
        .shows(&["新 0 条"]);

    desk.run(now, "phone --settle 2").ends(0);
    assert!(phone.desk.json(now, "phone").as_array().unwrap().is_empty());
    desk.run(now, "phone --back 1").ends(2);
    desk.run(now, "phone --back 2").ends(0);
    assert_eq!(desk.json(now, "phone").as_array().unwrap().len(), 1);
}

#[test]
fn who_does_not_know_the_token_or_the_secret_is_not_let_in() {
    let phone = Phone::listening("", NOW);
    assert_eq!(phone.post("another-token-altogether", &form("x")), "401");
    assert_eq!(phone.post("", &form("x")), "401");
    let wrong = form("x").replace("sSFWEL", "sSFWEl");
    assert_eq!(phone.post(TOKEN, &wrong), "401");
    // Another timestamp under the old signature, and no signature.
    assert_eq!(
        phone.post(TOKEN, &form("x").replace(STAMP, "1700000000001")),
        "401"
    );
    assert_eq!(
        phone.post(TOKEN, "from=1&content=x&timestamp=1700000000000"),
        "401"
    );
    assert_eq!(phone.post(TOKEN, "nothing"), "400");
    assert!(
        phone
            .raw(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            .contains(" 404 ")
    );
    assert!(phone.kept().is_empty());
}

#[test]
fn an_old_timestamp_and_a_stranger_are_turned_away() {
    let phone = Phone::listening("\"192.0.2.7\"", NOW);
    assert_eq!(phone.post(TOKEN, &form("x")), "hung up");
    // The same signature at a desk where half an hour has passed.
    let late = Phone::listening("", "2023-11-15T06:43:20");
    let answer = late.raw(request(TOKEN, &form("x")).as_bytes());
    assert!(
        answer.contains(" 401 ") && answer.ends_with("timestamp"),
        "{answer}"
    );
    assert!(late.kept().is_empty());
}

#[test]
fn what_is_too_large_too_slow_or_no_http_is_cut_off_and_the_door_stays_open() {
    let phone = Phone::listening("", NOW);
    let large = "x".repeat(10 << 20);
    let answer = phone.post(TOKEN, &form(&large));
    assert!(matches!(answer.as_str(), "413" | "hung up"), "{answer}");
    let garbage = phone.raw(&[b"\x16\x03\x01\xff\xfe".as_slice(), &[0xaa; 5000]].concat());
    assert!(!garbage.contains(" 200 "), "{garbage}");
    // One good request with garbage behind it: the good one counts, the rest is not looked at.
    let piped =
        phone.raw(format!("{}\0\0garbage\r\n\r\n", request(TOKEN, &form("piped"))).as_bytes());
    assert!(
        piped.contains(" 200 ") && piped.matches("HTTP/1.1").count() == 1,
        "{piped}"
    );
    // Heads that never end take all places, until each is cut off.
    let slow: Vec<TcpStream> = (0..40)
        .map(|_| {
            let mut stream = TcpStream::connect(&phone.address).unwrap();
            stream
                .write_all(b"POST /forwarded HTTP/1.1\r\nX-Slow: ")
                .unwrap();
            stream
        })
        .collect();
    for mut stream in slow {
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let mut rest = Vec::new();
        // Cut off by an answer, an end or a reset, but not by our own patience.
        if let Err(e) = stream.read_to_end(&mut rest) {
            assert_ne!(e.kind(), std::io::ErrorKind::WouldBlock);
        }
    }
    assert_eq!(phone.post(TOKEN, &form("after")), "200");
    assert_eq!(phone.kept().len(), 2);
}

#[test]
fn a_burst_is_slowed_down_and_loses_nothing_that_was_let_in() {
    let phone = Phone::listening("", NOW);
    let mut let_in = 0;
    for n in 0..1000 {
        match phone.post(TOKEN, &form(&format!("n{n}"))).as_str() {
            "200" => let_in += 1,
            "429" | "hung up" => {}
            other => panic!("{other}"),
        }
    }
    assert!(let_in >= 100, "{let_in}");
    assert_eq!(phone.kept().len(), let_in);
    // The command line on the same store answers all the same.
    phone.desk.run(NOW, "list").ends(0);
}

#[test]
fn pairing_says_what_the_app_needs_and_keeps_the_token_out_of_the_address() {
    let desk = Desk::new();
    let said = desk.run("09:00", "pair").ends(0);
    said.shows(&["[phone]", "Authorization: Bearer", "[org_content]", "▀"]);
    let pair = desk.json("09:00", "pair");
    let token = pair["token"].as_str().unwrap();
    assert!(token.len() >= 32 && !pair["url"].as_str().unwrap().contains(token));
    // Who has seen one of them is no nearer to the other.
    let secret = pair["secret"].as_str().unwrap();
    let alike = token
        .chars()
        .zip(secret.chars())
        .take(12)
        .filter(|(a, b)| a == b);
    assert!(alike.count() < 8, "{token} {secret}");
    assert!(desk.files().is_empty());
    desk.run("09:00", "phone --serve")
        .ends(2)
        .complains(&["没有设手机转发", "zhiban pair"]);
}
