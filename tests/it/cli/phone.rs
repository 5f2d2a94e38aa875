//! The listener for what a phone forwards, over a real socket: what gets through its door and what does not.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};

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
        let desk = Desk::new();
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

fn json(text: &str) -> String {
    format!("{{\"from\":\"12345\",\"text\":\"{text}\",\"ts\":\"{STAMP}\",\"sign\":\"{SIGN}\"}}")
}

#[test]
fn forms_and_json_get_through_once_and_show_no_control_signs() {
    let phone = Phone::listening("", NOW);
    assert_eq!(
        phone.post(TOKEN, &form("FZ26112300031+%1B%5B2Jsign")),
        "200"
    );
    assert_eq!(phone.post(TOKEN, &json("second\\u0007")), "200");
    // The same again: a replay, or the app's own doubling.
    assert_eq!(phone.post(TOKEN, &json("second\\u0007")), "200");
    let kept = phone.kept();
    assert_eq!(kept.len(), 2, "{kept:?}");
    assert_eq!(kept[0]["case"], "FZ26112300031");
    assert_eq!(kept[0]["text"], "FZ26112300031 sign");
    assert_eq!(kept[1]["text"], "second");
    phone.desk.run(NOW, "phone --settle 1").ends(0);
    phone.desk.run(NOW, "phone --settle 1").ends(2);
    assert_eq!(phone.kept().len(), 1);
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
    assert!(desk.files().is_empty());
    desk.run("09:00", "phone --serve")
        .ends(2)
        .complains(&["没有设手机转发", "zhiban pair"]);
}
