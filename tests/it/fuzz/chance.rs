//! How chance changes an input, and for how long: proptest draws the changes, so that what fails shrinks to the few that
//! matter.

use std::time::{Duration, Instant};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{TestCaseError, TestError, TestRunner};

/// Inputs of one target where no time is set: enough to see that the target works.
const FEW: u32 = 48;
/// Inputs between two looks at the clock.
const HEAP: u32 = 64;

/// What means something to one of the readers, so that chance meets it.
const TOKENS: &[&str] = &[
    "\"",
    "\"\"",
    "'",
    ",",
    ";",
    "\t",
    "\n",
    "\r\n",
    "\0",
    "\u{feff}",
    "\u{1b}[2J",
    "\u{202e}",
    "=",
    "={",
    "[",
    "]",
    "{",
    "}",
    "[[[[[[[[[[[[[[[[",
    "{\"a\":",
    ":",
    "\\",
    "\\u0000",
    "\\ud800",
    "null",
    "true",
    "-",
    "-0",
    "1e999",
    "0x10",
    "99999999999999999999",
    "18446744073709551616",
    "-9223372036854775808",
    "2026-02-30",
    "2026-13-01T25:61",
    "0000-00-00",
    "9999-12-31T23:59:59Z",
    "46024.5",
    "２０２６年１１月２３日",
    "件号",
    "接件时间",
    "标题",
    "社区",
    "紧急",
    "已办结",
    "已派发",
    "FZ26112300001",
    "FZ26112300001，",
    "【",
    "】",
    "：",
    "&#x1b;",
    "&lt;",
    "&",
    "<",
    ">",
    "</c>",
    "<c r=\"XFD1048576\">",
    "<row r=\"0\"/>",
    "r=\"A0\"",
    "s=\"99999\"",
    "t=\"s\"",
    "t=\"d\"",
    "<v>",
    "</v>",
    "<v>4294967296</v>",
    "uniqueCount=\"4000000000\"",
    "<![CDATA[",
    "<!--",
    "<?xml",
    "xml:space",
    "number = ",
    "[columns]\n",
    "[kind]\n",
    "[[columns]]\n",
    "'''",
    "\"event\":",
    "\"undone\"",
    "\"at\":",
    "\"n\":0",
    "\"desk\":\"\"",
    "\"id\":",
    "𠮷",
    "\u{e000}",
    "\u{fffd}",
    "\u{301}",
];

/// One change of an input.
#[derive(Debug, Clone)]
pub enum Change {
    /// Other bits in one byte.
    Flip(Index, u8),
    /// A piece taken out.
    Cut(Index, usize),
    /// A piece said again, so many times.
    Repeat(Index, usize, usize),
    /// A token put in.
    Token(Index, &'static str),
    /// Any bytes put in.
    Bytes(Index, Vec<u8>),
    /// The rest taken off.
    End(Index),
    /// A piece of the input copied to another place.
    Copy(Index, Index, usize),
}

/// Any few changes.
pub fn changes() -> impl Strategy<Value = Vec<Change>> {
    let at = any::<Index>;
    let change = prop_oneof![
        4 => (at(), any::<u8>()).prop_map(|(i, b)| Change::Flip(i, b)),
        3 => (at(), 1..64_usize).prop_map(|(i, n)| Change::Cut(i, n)),
        2 => (at(), 1..200_usize, 1..40_usize).prop_map(|(i, n, t)| Change::Repeat(i, n, t)),
        6 => (at(), select(TOKENS)).prop_map(|(i, t)| Change::Token(i, t)),
        1 => (at(), vec(any::<u8>(), 1..16)).prop_map(|(i, b)| Change::Bytes(i, b)),
        1 => at().prop_map(Change::End),
        2 => (at(), at(), 1..200_usize).prop_map(|(i, j, n)| Change::Copy(i, j, n)),
    ];
    vec(change, 0..10)
}

impl Change {
    /// Carries it out.
    fn on(&self, bytes: &mut Vec<u8>) {
        let place = |at: &Index| at.index(bytes.len() + 1);
        let piece = |from: usize, most: usize| from..(from + most).min(bytes.len());
        match self {
            Self::Flip(at, bits) => {
                let at = place(at);
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= bits;
                }
            }
            Self::Cut(at, most) => {
                bytes.drain(piece(place(at), *most));
            }
            Self::Repeat(at, most, times) => {
                let piece = piece(place(at), *most);
                let more = bytes[piece.clone()].repeat(*times);
                bytes.splice(piece.end..piece.end, more);
            }
            Self::Token(at, token) => {
                let at = place(at);
                bytes.splice(at..at, token.bytes());
            }
            Self::Bytes(at, more) => {
                let at = place(at);
                bytes.splice(at..at, more.iter().copied());
            }
            Self::End(at) => {
                let at = place(at);
                bytes.truncate(at);
            }
            Self::Copy(from, to, most) => {
                let copied = bytes[piece(place(from), *most)].to_vec();
                let to = place(to);
                bytes.splice(to..to, copied);
            }
        }
    }
}

/// An input after its changes.
pub fn changed(seed: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for change in changes {
        change.on(&mut bytes);
    }
    bytes
}

/// Tries a target on inputs of chance: a few, or as many as `ZHIBAN_FUZZ_SECONDS` has time for.
#[allow(clippy::disallowed_methods, reason = "bounds the run")]
pub fn run<S: Strategy>(name: &str, inputs: &S, target: impl Fn(&S::Value)) {
    let seconds = std::env::var("ZHIBAN_FUZZ_SECONDS").ok();
    let seconds: Option<u64> = seconds.map(|s| s.parse().expect("a number of seconds"));
    let start = Instant::now();
    let (mut tried, slowest) = (0_u32, std::cell::Cell::new(Duration::ZERO));
    loop {
        let config = ProptestConfig {
            cases: if seconds.is_some() { HEAP } else { FEW },
            failure_persistence: None,
            ..ProptestConfig::default()
        };
        let cases = config.cases;
        let outcome = TestRunner::new(config).run(inputs, |input| {
            let began = Instant::now();
            target(&input);
            slowest.set(slowest.get().max(began.elapsed()));
            Ok::<(), TestCaseError>(())
        });
        if let Err(TestError::Fail(why, input)) = outcome {
            panic!("{name}: {why} after {tried} inputs, on {input:?}");
        }
        tried += cases;
        if seconds.is_none_or(|s| start.elapsed() > Duration::from_secs(s)) {
            break;
        }
    }
    // Read by whoever runs it for long.
    eprintln!(
        "{name}: {tried} inputs in {} s, the slowest took {:?}, {} at the most",
        start.elapsed().as_secs(),
        slowest.get(),
        memory()
    );
}

/// The most memory this process has had, as Linux says it.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    line.map_or_else(|| "memory unknown".to_owned(), |l| l.trim().to_owned())
}
