//! A desk as the runtime runs it, without a terminal: the real model, the real store on its own thread, one key at a time.

use std::cell::{Cell, RefCell};
use std::sync::{Arc, mpsc};

use tempfile::TempDir;
use unicode_width::UnicodeWidthStr as _;
use zhiban::app::effect::Effect;
use zhiban::app::key::{Code, Key};
use zhiban::app::model::{Model, Settings};
use zhiban::app::msg::{Entry, Msg};
use zhiban::app::queue::{Line, Queue};
use zhiban::app::text::{Language, Texts};
use zhiban::app::update::update;
use zhiban::domain::command::{Act, Context, RosterAct};
use zhiban::domain::event::Event;
use zhiban::domain::event::Fact;
use zhiban::domain::forwarded::Forwarded;
use zhiban::domain::ids::{Actor, Number, Post, Stage};
use zhiban::domain::queue::Row;
use zhiban::domain::rules::Rules;
use zhiban::domain::telling::Situation;
use zhiban::domain::time::Stamp;
use zhiban::runtime::clock::Clock;
use zhiban::runtime::effects::{Keeper, Wish, load};

use zhiban::store::{Store, Which};

use super::morning;
use super::shot::{Film, Shot};

/// The store's file in the folder.
const STORE: &str = "zhiban.db";

pub struct Desk {
    model: Model,
    texts: Arc<Texts>,
    keeper: Keeper,
    answers: mpsc::Receiver<Msg>,
    folder: TempDir,
    /// The frames that were looked at, and whether only time has passed since the last.
    film: RefCell<Film>,
    only_time: Cell<bool>,
    /// What was put on the clipboard last.
    pub copied: Option<String>,
    /// What a first start asked of the world.
    pub asked: Vec<Effect>,
}

impl Desk {
    pub fn morning(size: (u16, u16)) -> Self {
        Self::morning_with(size, Settings::default(), Language::Zh)
    }

    pub fn morning_with(size: (u16, u16), settings: Settings, language: Language) -> Self {
        Self::over(size, settings, language, morning::fill)
    }

    pub fn empty(size: (u16, u16)) -> Self {
        Self::filled(size, |_| {})
    }

    pub fn filled(size: (u16, u16), fill: impl FnOnce(&mut Store)) -> Self {
        Self::over(size, Settings::default(), Language::Zh, fill)
    }

    pub fn over(
        size: (u16, u16),
        settings: Settings,
        language: Language,
        fill: impl FnOnce(&mut Store),
    ) -> Self {
        let folder = TempDir::new().unwrap();
        let mut store = open(&folder);
        fill(&mut store);
        Self::opened(size, settings, language, folder, store)
    }

    /// The desk is left, and opened again on the same store.
    pub fn again(self) -> Self {
        let Self {
            model,
            texts,
            keeper,
            folder,
            ..
        } = self;
        drop(keeper);
        let store = open(&folder);
        Self::opened(model.size, model.settings, texts.language(), folder, store)
    }

    fn opened(
        size: (u16, u16),
        settings: Settings,
        language: Language,
        folder: TempDir,
        mut store: Store,
    ) -> Self {
        let clock = Clock::Fixed(morning::now());
        let texts = Arc::new(Texts::new(language));
        let loaded = load(&mut store, &clock).unwrap();
        let (tell, answers) = mpsc::channel();
        let answer = move |msg| tell.send(msg).unwrap();
        let keeper = Keeper::start(store, clock, Arc::clone(&texts), answer, None, None).unwrap();
        let rules = Rules::builtin().unwrap().into();
        let mut desk = Self {
            model: Model::new(settings, rules, size, morning::now()),
            texts,
            keeper,
            answers,
            folder,
            film: RefCell::new(Film::new()),
            only_time: Cell::new(false),
            copied: None,
            asked: Vec::new(),
        };
        desk.take_in(loaded);
        desk
    }

    /// Takes in a message and everything that comes of it.
    fn take_in(&mut self, msg: Msg) {
        self.take_in_all(vec![msg]);
    }

    /// Takes in messages, the last one first, and everything that comes of them.
    fn take_in_all(&mut self, mut waiting: Vec<Msg>) {
        while let Some(msg) = waiting.pop() {
            if !matches!(msg, Msg::Woke(_)) {
                self.only_time.set(false);
            }
            for effect in update(&mut self.model, &self.texts, msg) {
                let wish = match effect {
                    Effect::Append(acts) => Wish::Append(acts),
                    Effect::AddCase(case) => Wish::Add(case),
                    Effect::LookUp(typed) => Wish::LookUp(typed),
                    Effect::LoadCase(number) | Effect::ReadAhead(number) => Wish::Load(number),
                    Effect::Suggest(cases) => Wish::Suggest(cases),
                    Effect::LoadJournal(date) => Wish::Journal(date),
                    Effect::Visit(number) => Wish::Visit(number),
                    Effect::LoadBoard(board) => Wish::Board(board),
                    Effect::PutAside(id) => Wish::PutAside(id),
                    Effect::BringBack(id) => Wish::BringBack(id),
                    Effect::ActOnRoster(act, context) => Wish::ActOnRoster(act, context),
                    Effect::Acknowledge(ids) => {
                        let now = morning::now();
                        let mut store = open(&self.folder);
                        store.acknowledge(&ids, now).unwrap();
                        let view = store.in_view(now).unwrap();
                        waiting.push(Msg::InView(Box::new(view)));
                        continue;
                    }
                    Effect::AcknowledgeAll | Effect::RemindAgain(_) => continue,
                    Effect::Export(export) => Wish::Export(export),
                    Effect::ExportReport(export) => Wish::ExportReport(export),
                    Effect::Find(digits) => Wish::Find(digits),
                    Effect::CopyText(text) => {
                        self.copied = Some(text);
                        continue;
                    }
                    Effect::KeepAnswers(_) | Effect::TryNotification | Effect::Demo => {
                        self.asked.push(effect);
                        continue;
                    }
                    Effect::Bell | Effect::Quit => continue,
                };
                self.keeper.ask(wish);
                waiting.push(self.answers.recv().unwrap());
            }
        }
    }

    /// Presses keys: signs as they are, others by name: `<enter>`, `<f2>`, `<c-f>`.
    pub fn press(&mut self, keys: &str) {
        for key in keys_of(keys) {
            self.take_in(Msg::Key(key));
        }
    }

    /// Presses keys faster than the store answers: what it has to say comes after the last of them.
    pub fn press_ahead(&mut self, keys: &str) {
        let mut answers = Vec::new();
        for key in keys_of(keys) {
            for effect in update(&mut self.model, &self.texts, Msg::Key(key)) {
                if let Effect::LoadCase(number) | Effect::ReadAhead(number) = effect {
                    self.keeper.ask(Wish::Load(number));
                    answers.push(self.answers.recv().unwrap());
                }
            }
        }
        self.take_in_all(answers);
    }

    /// Clicks on the last place of the screen where a text stands.
    pub fn click_on(&mut self, text: &str) {
        let screen = self.screen();
        let lines = screen.lines().enumerate();
        let found = lines.filter_map(|(row, line)| Some((row, line.rfind(text)?, line)));
        let (row, at, line) = found.last().unwrap();
        let column = unicode_width::UnicodeWidthStr::width(&line[..at]);
        self.take_in(Msg::Clicked {
            column: u16::try_from(column).unwrap(),
            row: u16::try_from(row).unwrap(),
        });
    }

    /// Puts the hand on a case.
    pub fn select(&mut self, number: &str) {
        let number = Number::from(number);
        let here = |desk: &Self| desk.model.queue.selected().map(|e| e.row.number.clone());
        self.press("<home>");
        let mut before = None;
        while here(self).as_ref() != Some(&number) {
            assert_ne!(here(self), before, "{number} is not in the queue");
            before = here(self);
            self.press("j");
        }
    }

    /// The street's sign by post B in another window, not yet noticed here.
    pub fn signed_elsewhere(&mut self, number: &str) {
        let context = Context {
            at: morning::now().plus_minutes(-1),
            now: morning::now(),
            by: Actor::Post(Post::B),
            person: Some("陈工".to_owned()),
            note: None,
        };
        open(&self.folder)
            .act(&Number::from(number), &Act::Sign, &context, None)
            .unwrap();
    }

    /// The street's sign by post B in another window, where nobody has signed; noticed here.
    pub fn signed_elsewhere_and_noticed(&mut self, number: &str) {
        let awaits = |row: &Row| row.stage() == Stage::AwaitingSign;
        let entry = self.model.queue.find(&Number::from(number));
        if entry.is_some_and(|e| awaits(&e.row)) {
            self.signed_elsewhere(number);
            self.keeper.ask(Wish::Look);
            let answer = self.answers.recv().unwrap();
            self.take_in(answer);
        }
    }

    /// A day given to a post by another window; noticed here.
    pub fn swapped_elsewhere(&mut self, date: &str, post: Post) {
        let act = RosterAct::Swap {
            date: date.parse().unwrap(),
            post,
            reason: None,
        };
        let context = Context {
            at: morning::now(),
            now: morning::now(),
            by: Actor::Post(post),
            person: None,
            note: None,
        };
        let mut store = open(&self.folder);
        store.act_on_roster(&act, &context).unwrap();
        drop(store);
        self.keeper.ask(Wish::Look);
        let answer = self.answers.recv().unwrap();
        self.take_in(answer);
    }

    /// A phone forwards a message; noticed here.
    pub fn forwards(&mut self, message: &Forwarded) {
        let mut store = open(&self.folder);
        store
            .keep_forwarded(message, "one", morning::now())
            .unwrap();
        self.take_in(Msg::Forwarded(Box::new(message.clone())));
        self.notices();
    }

    /// Another window puts a message aside, not yet noticed here.
    pub fn forwarded_put_aside(&self, id: i64) {
        assert!(open(&self.folder).put_aside(id, morning::now()).unwrap());
    }

    /// What was logged of the roster, each fact in a few words.
    pub fn roster_log(&self) -> Vec<String> {
        let facts = open(&self.folder).roster_facts().unwrap();
        facts
            .iter()
            .map(|logged| match &logged.fact.event {
                Event::Swapped(e) => format!("swapped {} {}", e.date, e.post),
                Event::StoodIn(e) => format!("stood_in {} {} by {}", e.date, e.absent, e.post),
                Event::HandedOver(e) => format!("handed_over {} {}", e.date, e.to),
                Event::StepDone(e) => format!("step_done {} {}", e.step, e.who),
                other => other.kind().to_owned(),
            })
            .collect()
    }

    /// Column and line at which a text stands on the screen.
    pub fn place_of(&self, text: &str) -> (u16, u16) {
        let screen = self.screen();
        let mut lines = (0..).zip(screen.lines());
        lines
            .find_map(|(y, line)| {
                let before = line.get(..line.find(text)?)?;
                Some((u16::try_from(before.width()).unwrap(), y))
            })
            .unwrap()
    }

    pub fn click(&mut self, column: u16, row: u16) {
        self.take_in(Msg::Clicked { column, row });
    }

    /// Turns the wheel so many notches, down positive.
    pub fn scroll(&mut self, notches: i16) {
        self.take_in(Msg::Scrolled(notches));
    }

    /// Another window voids the case, not yet noticed here.
    pub fn voided_elsewhere(&mut self, number: &str) {
        let act = Act::Void {
            reason: "重复登记".to_owned(),
        };
        self.done_elsewhere(number, &act);
    }

    /// Another window closes the case without an accepted reply, not yet noticed here.
    pub fn closed_elsewhere(&mut self, number: &str) {
        let act = Act::Close {
            unreviewed: true,
            reason: Some("平台已办结".to_owned()),
        };
        self.done_elsewhere(number, &act);
    }

    /// Another window logs that a unit signed; the case as it stands then.
    pub fn signed_by_units_elsewhere(&mut self, number: &str) -> Option<Entry> {
        let act = Act::UnitSign {
            unit: Some("城管办".into()),
        };
        self.done_elsewhere(number, &act);
        self.entry(number)
    }

    /// Another window logs another reply; the case as it stands then.
    pub fn replied_elsewhere(&mut self, number: &str, text: &str) -> Option<Entry> {
        let act = Act::Reply {
            unit: None,
            text: text.to_owned(),
            photos: 0,
            approved_by: None,
        };
        self.done_elsewhere(number, &act);
        self.entry(number)
    }

    fn entry(&self, number: &str) -> Option<Entry> {
        let row = open(&self.folder).row(&Number::from(number)).unwrap();
        row.map(|(row, version)| Entry { row, version })
    }

    fn done_elsewhere(&self, number: &str, act: &Act) {
        let context = Context {
            at: morning::now(),
            now: morning::now(),
            by: Actor::Post(Post::B),
            person: None,
            note: None,
        };
        open(&self.folder)
            .act(&Number::from(number), act, &context, None)
            .unwrap();
    }

    /// Everything that has come is told, as by another window; it stays in view here.
    pub fn told(&mut self) {
        self.told_at(morning::now());
    }

    /// The same at another moment, which it then is here too.
    pub fn told_at(&mut self, now: Stamp) {
        let mut store = open(&self.folder);
        let run = store.begin_run().unwrap();
        let cases = store.to_be_told(now).unwrap().into_iter().map(Some);
        let whose: Vec<Option<Number>> = cases.chain([None]).collect();
        let situation = Situation {
            now,
            absent: None,
            here: None,
            pops: false,
            on_time_seconds: 2,
        };
        let told = store.tell(&whose, &situation, &run).unwrap();
        let view = store.in_view(now).unwrap();
        self.take_in(Msg::Woke(now));
        if !told.telling.is_empty() {
            self.take_in(Msg::Told(Box::new(told.telling)));
        }
        self.take_in(Msg::InView(Box::new(view)));
    }

    /// The desk looks whether another window has written.
    pub fn notices(&mut self) {
        self.keeper.ask(Wish::Look);
        let change = self.answers.recv().unwrap();
        self.take_in(change);
    }

    /// When something on the screen changes by itself.
    pub fn next_change(&self) -> Stamp {
        self.model.next_change()
    }

    pub fn arrives(&mut self, msg: Msg) {
        self.take_in(msg);
    }

    /// The numbers of the cases that are shown, the smallest first.
    pub fn shown(&self) -> Vec<String> {
        let mut shown: Vec<String> = self
            .model
            .queue
            .lines()
            .iter()
            .filter_map(|line| match line {
                Line::Case(slot) => Some(self.model.queue.entry(*slot)?.row.number.to_string()),
                Line::Title(_) => None,
            })
            .collect();
        shown.sort();
        shown
    }

    /// The numbers that `zhiban list` gives with these options.
    pub fn listed(&self, options: &[&str]) -> Vec<String> {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_zhiban"))
            .env_clear()
            .env("HOME", self.folder.path())
            .env("ZHIBAN_NOW", morning::now().to_string())
            .env("ZHIBAN_STORE", self.folder.path().join(STORE))
            .args(["list", "--json"])
            .args(options)
            .output()
            .unwrap();
        let list: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let numbers = list.as_array().unwrap().iter();
        let mut numbers: Vec<String> = numbers
            .map(|case| case["number"].as_str().unwrap().to_owned())
            .collect();
        numbers.sort();
        numbers
    }

    /// The facts of each case in the store, in the order they were keyed.
    pub fn facts(&self) -> Vec<Vec<Fact>> {
        let store = open(&self.folder);
        let numbers = store.numbers(Which::All).unwrap();
        let facts = |number| store.case_facts(number).unwrap().into_iter();
        numbers
            .iter()
            .map(|n| facts(n).map(|l| l.fact).collect())
            .collect()
    }

    /// Where the store and what is written beside it lie.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Another store is put in the place of this one.
    #[cfg(unix)]
    pub fn store_is_replaced(&self) {
        let path = self.folder.path().join(STORE);
        let copy = self.folder.path().join("copy");
        std::fs::copy(&path, &copy).unwrap();
        std::fs::rename(copy, path).unwrap();
    }

    pub fn resize(&mut self, (width, height): (u16, u16)) {
        self.take_in(Msg::Resized { width, height });
    }

    /// The frame as it is now; the one drawn over those before is the same.
    fn shot(&self) -> Shot {
        let only_time = self.only_time.replace(true);
        let mut film = self.film.borrow_mut();
        film.draw(&self.model, &self.texts, only_time)
    }

    /// What a terminal makes of all that was sent to it is what one makes of a single frame.
    pub fn terminal_shows_the_same(&self) {
        self.film.borrow_mut().compare(&self.model, &self.texts);
    }

    /// The groups and the cases of the queue stand as they would if it were made anew of what it shows.
    pub fn queue_is_in_order(&self) {
        let (queue, policy) = (&self.model.queue, &self.model.rules.policy);
        let mut anew = Queue::default();
        anew.regroup(queue.grouping(), policy);
        anew.seen_from(self.model.seat(), policy);
        let cases = queue.lines().iter().filter_map(|line| match line {
            Line::Case(slot) => queue.entry(*slot),
            Line::Title(_) => None,
        });
        // The other way round, so that nothing is in order by chance.
        anew.load(cases.rev().cloned().collect(), policy);
        assert_eq!(queue.groups(), anew.groups());
        assert_eq!(in_words(queue), in_words(&anew));
    }

    /// The signs on the screen.
    pub fn screen(&self) -> String {
        self.shot().signs()
    }

    /// What stands together in one of these inks, with the line it is on.
    pub fn runs(&self, inks: &str) -> Vec<(String, String)> {
        self.shot().runs(inks)
    }

    /// The signs, the ink of each cell, and where the cursor is.
    pub fn in_ink(&self) -> String {
        self.shot().in_ink()
    }

    pub fn no_sign_is_split(&self) -> bool {
        self.shot().no_sign_is_split()
    }
}

/// The lines of a queue: the cases by number, the groups by place.
fn in_words(queue: &Queue) -> Vec<String> {
    let line = |line: &Line| match line {
        Line::Title(group) => group.to_string(),
        Line::Case(slot) => queue.entry(*slot).unwrap().row.number.to_string(),
    };
    queue.lines().iter().map(line).collect()
}

fn open(folder: &TempDir) -> Store {
    let path = folder.path().join(STORE);
    Store::open(&path, Rules::builtin().unwrap(), morning::now()).unwrap()
}

fn key(name: &str) -> Key {
    let plain = match name {
        "enter" => Code::Enter,
        "esc" => Code::Esc,
        "tab" => Code::Tab,
        "left" => Code::Left,
        "right" => Code::Right,
        "backspace" => Code::Backspace,
        "home" => Code::Home,
        "end" => Code::End,
        "pagedown" => Code::PageDown,
        "pageup" => Code::PageUp,
        _ => {
            return match (name.strip_prefix('f'), name.strip_prefix("c-")) {
                (Some(n), _) => Key::f(n.parse().unwrap()),
                (None, Some(sign)) => Key::ctrl(sign.parse().unwrap()),
                (None, None) => panic!("no key is named <{name}>"),
            };
        }
    };
    Key::plain(plain)
}

/// Keys as scenes write them.
fn keys_of(keys: &str) -> Vec<Key> {
    let mut rest = keys;
    let mut all = Vec::new();
    while let Some(sign) = rest.chars().next() {
        let named = rest
            .strip_prefix('<')
            .and_then(|r| r.split_once('>'))
            .filter(|(name, _)| !name.is_empty());
        if let Some((name, after)) = named {
            rest = after;
            all.push(key(name));
        } else {
            rest = &rest[sign.len_utf8()..];
            all.push(Key::char(sign));
        }
    }
    all
}
