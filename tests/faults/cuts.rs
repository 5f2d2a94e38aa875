//! Power cuts: whatever was acknowledged is there, nothing is half done, and what was being done is done or not.
//!
//! A run is recorded by strace down to its bytes and played to a disk that may lose what was not synced. The same acts, written
//! by a connection with `synchronous=NORMAL`, must be found wanting: that shows that the check bites. A kill loses nothing that
//! was written, whatever is synced, and so shows nothing of this.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rusqlite::Connection;
use tempfile::TempDir;
use zhiban::domain::rules::Rules;
use zhiban::store::Store;

use super::acts;
use super::chance::{Chance, seed};
use super::disk::{Disk, Files, in_memory};
use super::office::{NOW, Office, program};
use super::old;
use super::trace::{self, Step};

/// What the log and the citizens' table hold: one text a fact.
type Facts = Vec<String>;

/// A recorded run.
struct Scene {
    name: &'static str,
    /// The folder it was recorded in.
    folder: PathBuf,
    /// What was on the disk before it.
    before: Files,
    steps: Vec<Step>,
    /// What the store may hold, in order; first what it held before.
    states: Vec<Facts>,
    /// From which step on which of the states was acknowledged.
    acknowledged: BTreeMap<usize, usize>,
    /// Backups that are there from a step on, and how many facts are in them.
    copies: Vec<(usize, PathBuf, usize)>,
    /// Files that are whole where they are, and their contents.
    exports: Files,
}

/// What is found after a cut.
#[derive(Debug, PartialEq, Eq)]
enum Found {
    AsItShould,
    /// Sound, but something that was acknowledged is not there.
    Lost,
    Damaged(String),
}

fn facts(store: &Path) -> Facts {
    const SQL: &str = "SELECT e.*, c.reporter, c.phone FROM events e LEFT JOIN citizens c ON c.event = e.mark ORDER BY e.mark";
    let conn = Connection::open(store).unwrap();
    let mut select = conn.prepare(SQL).unwrap();
    let width = select.column_count();
    let row = |row: &rusqlite::Row<'_>| -> rusqlite::Result<String> {
        let cells: Result<Vec<rusqlite::types::Value>, _> =
            (0..width).map(|i| row.get(i)).collect();
        cells.map(|cells| format!("{cells:?}"))
    };
    select
        .query_map([], row)
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap()
}

fn files_of(folder: &Path) -> Files {
    let entries = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
    entries
        .filter(|p| p.is_file())
        .map(|p| (p.clone(), fs::read(p).unwrap()))
        .collect()
}

impl Scene {
    /// One command after the other, as a day at the command line.
    fn of_commands(name: &'static str, office: &Office, commands: &[(&str, Vec<String>)]) -> Self {
        let store = office.store();
        let folder = store.parent().unwrap().to_owned();
        fs::create_dir_all(&folder).unwrap();
        let mut scene = Self {
            name,
            before: files_of(&folder),
            folder,
            steps: Vec::new(),
            states: vec![if store.exists() {
                facts(&store)
            } else {
                Facts::new()
            }],
            acknowledged: BTreeMap::new(),
            copies: Vec::new(),
            exports: Files::new(),
        };
        for (now, words) in commands {
            let mut command = Command::new(program());
            command
                .args(words)
                .envs(office.environment())
                .env("ZHIBAN_NOW", now);
            command.current_dir(office.path(""));
            let (steps, output) = trace::record(&command, &scene.folder);
            assert!(output.status.success(), "{words:?}: {output:?}");
            scene.steps.extend(steps);
            // The last word, because a long answer is said in pieces.
            let said = scene.steps.iter().rposition(|s| matches!(s, Step::Said(_)));
            scene.states.push(facts(&store));
            let said = said.unwrap_or(scene.steps.len() - 1) + 1;
            scene.acknowledged.insert(said, scene.states.len() - 1);
            if words.get(1).is_some_and(|w| w == "export") {
                let file = PathBuf::from(&words[2]);
                scene.exports.insert(file.clone(), fs::read(file).unwrap());
            }
            if words[0] == "backup" {
                let facts = scene.states.last().unwrap().len();
                scene.copies.push((said, PathBuf::from(&words[1]), facts));
            }
        }
        scene
    }

    /// A program of this harness's own that acts on one store for long and says after each act how many facts there are.
    fn of_acts(name: &'static str, how: &str, cases: usize) -> Self {
        let home = TempDir::new().unwrap();
        let folder = home.path().join("desk");
        fs::create_dir(&folder).unwrap();
        let store = folder.join("zhiban.db");
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "acts::writer", "--nocapture"]);
        command
            .env(acts::STORE, &store)
            .env(acts::HOW, how)
            .env(acts::CASES, cases.to_string());
        let (steps, output) = trace::record(&command, &folder);
        assert!(output.status.success(), "{output:?}");
        let all = facts(&store);
        let mut states = vec![Facts::new()];
        let mut acknowledged = BTreeMap::new();
        for (at, step) in (1..).zip(&steps) {
            let Step::Said(text) = step else { continue };
            let Some(count) = text.trim().strip_prefix(acts::SAID) else {
                continue;
            };
            states.push(all[..count.parse().unwrap()].to_vec());
            acknowledged.insert(at, states.len() - 1);
        }
        assert!(states.len() > cases, "{name}: nothing was acknowledged");
        Self {
            name,
            folder,
            before: Files::new(),
            steps,
            states,
            acknowledged,
            copies: Vec::new(),
            exports: Files::new(),
        }
    }

    /// Cuts the power at so many points and counts what is found.
    fn cut(&self, points: usize, chance: &mut Chance) -> Tally {
        let mut tally = Tally::default();
        let mut disk = Disk::with(self.before.clone());
        let mut played = 0;
        let room = in_memory();
        for point in 0..points {
            let until = (point + 1) * self.steps.len() / points;
            // Several points may lie between the same two steps; then chance makes the difference.
            for step in &self.steps[played..until] {
                disk.take(step);
            }
            played = until;
            let left = disk.cut(chance);
            let found = self.look(&left, played, room.path(), chance);
            tally.points += 1;
            match found {
                Found::AsItShould => {}
                Found::Lost => tally.lost += 1,
                Found::Damaged(what) => {
                    tally.damaged += 1;
                    tally
                        .first
                        .get_or_insert(format!("{} after step {played}: {what}", self.name));
                }
            }
        }
        tally
    }

    /// Starts the machine again.
    fn look(&self, left: &Files, played: usize, room: &Path, chance: &mut Chance) -> Found {
        let place = |path: &Path| room.join(path.strip_prefix(&self.folder).unwrap());
        for entry in fs::read_dir(room).unwrap() {
            fs::remove_file(entry.unwrap().path()).unwrap();
        }
        for (path, content) in left {
            fs::write(place(path), content).unwrap();
        }
        let store = room.join("zhiban.db");
        if store.exists() && chance.percent(30) {
            // Of the shared memory anything may be left.
            let rubbish: Vec<u8> = (0..32_768)
                .map(|_| chance.next().to_le_bytes()[0])
                .collect();
            fs::write(room.join("zhiban.db-shm"), rubbish).unwrap();
        }
        let acknowledged = self
            .acknowledged
            .range(..=played)
            .next_back()
            .map_or(0, |(_, state)| *state);
        let mut opened = match Store::open(&store, Rules::builtin().unwrap(), NOW.parse().unwrap())
        {
            Ok(opened) => opened,
            Err(error) => return Found::Damaged(error.to_string()),
        };
        match opened.check() {
            Ok(health) if health.problems.is_empty() => {}
            unsound => return Found::Damaged(format!("{unsound:?}")),
        }
        drop(opened);
        for (from, copy, facts) in &self.copies {
            let copy = place(copy);
            if *from > played && !copy.exists() {
                continue;
            }
            match Store::contents(&copy) {
                Ok(held) if held.facts == *facts => {}
                Err(_) if !copy.exists() => return Found::Lost,
                other => return Found::Damaged(format!("a copy is not whole: {other:?}")),
            }
        }
        for (export, content) in &self.exports {
            let found = fs::read(place(export));
            if found.is_ok_and(|found| found != *content) {
                return Found::Damaged("an export is not whole".to_owned());
            }
        }
        let there = facts(&store);
        match self.states.iter().rposition(|state| *state == there) {
            Some(state) if state >= acknowledged => Found::AsItShould,
            Some(_) => Found::Lost,
            None => Found::Damaged(format!("{} facts are no state it was ever in", there.len())),
        }
    }
}

#[derive(Debug, Default)]
struct Tally {
    points: usize,
    lost: usize,
    damaged: usize,
    /// The first damage.
    first: Option<String>,
}

fn words(line: &str) -> Vec<String> {
    line.split(' ').map(str::to_owned).collect()
}

/// A day at the command line, from the first list to the erasing of a citizen a year and a half later.
fn a_day() -> Scene {
    let office = Office::empty();
    office.write_list();
    let other = Office::with_cases();
    other.run(&[
        "add",
        "--number",
        "PTY9",
        "--kind",
        "urgent",
        "--community",
        "小柳",
        "--title",
        "路灯不亮",
    ]);
    fs::write(office.path("other.jsonl"), other.run(&["log", "export"])).unwrap();
    let (copy, log) = (office.path("desk/copy.db"), office.path("desk/log.jsonl"));
    let mut commands = Vec::new();
    for (now, line) in [
        ("09:08", "import list.csv"),
        ("09:09", "sign PTY26112300001"),
        ("09:10", "dispatch PTY26112300001"),
        (
            "09:11",
            "dispatch PTY26112300003 --to 驿里社区 --assist 城管办",
        ),
        ("09:12", "remind PTY26112300001"),
        ("09:13", "unit-sign PTY26112300001"),
        (
            "09:20",
            "reply PTY26112300001 --text 已更换 --photos 2 --approved-by 张主任",
        ),
        ("09:25", "review PTY26112300001 accepted"),
        ("09:30", "backup COPY"),
        ("09:30", "log export LOG"),
        ("09:31", "close PTY26112300001"),
        ("09:32", "rate PTY26112300001 dissatisfied"),
        ("09:33", "undo PTY26112300001"),
        ("09:35", "swap 2026-11-24 A --reason 换班"),
        ("09:40", "log import other.jsonl"),
        ("09:50", "handover --note 交接"),
    ] {
        let line = line.replace("COPY", copy.to_str().unwrap());
        let line = line.replace("LOG", log.to_str().unwrap());
        commands.push((format!("2026-11-23T{now}"), words(&line)));
    }
    commands.push(("2028-06-01T09:00".to_owned(), words("anonymise --yes")));
    let commands: Vec<_> = commands
        .iter()
        .map(|(now, words)| (now.as_str(), words.clone()))
        .collect();
    Scene::of_commands("a day of commands", &office, &commands)
}

/// A store of the first version is opened by this program.
fn an_upgrade() -> Scene {
    let office = Office::with_cases();
    office.run(&["sign", "PTY26112300001"]);
    old::make_old(&office.store(), 1);
    Scene::of_commands("an upgrade", &office, &[(NOW, words("list"))])
}

/// A backup takes the place of the store.
fn a_restore() -> Scene {
    let office = Office::with_cases();
    office.run(&["backup", "copy.db"]);
    office.run(&["sign", "PTY26112300001"]);
    office.run(&["dispatch", "PTY26112300001"]);
    Scene::of_commands(
        "a restore",
        &office,
        &[(NOW, words("restore copy.db --yes"))],
    )
}

fn cut_all(points: usize, cases: usize) {
    if !trace::is_possible() {
        return;
    }
    let mut chance = Chance::new(seed());
    let scenes = [
        a_day(),
        an_upgrade(),
        a_restore(),
        Scene::of_acts("a long sitting", acts::BY_STORE, cases),
    ];
    let mut all = Tally::default();
    for scene in &scenes {
        let tally = scene.cut(points / scenes.len(), &mut chance);
        eprintln!(
            "cuts: {}: {} steps, {} acknowledged, {} points, {} lost, {} damaged",
            scene.name,
            scene.steps.len(),
            scene.acknowledged.len(),
            tally.points,
            tally.lost,
            tally.damaged
        );
        all.points += tally.points;
        all.lost += tally.lost;
        all.damaged += tally.damaged;
        all.first = all.first.or(tally.first);
    }
    // The control: the same acts by a connection of this harness's own, once synced at each commit and once not.
    let control =
        |how| Scene::of_acts(how, how, cases / 4).cut(points / 10, &mut Chance::new(seed()));
    let (full, normal) = (control(acts::FULL), control(acts::NORMAL));
    eprintln!(
        "cuts: {} points: {} lost, {} damaged; control: synchronous=FULL {} of {} lost, NORMAL {} of {} lost",
        all.points, all.lost, all.damaged, full.lost, full.points, normal.lost, normal.points
    );
    assert_eq!((all.lost, all.damaged, all.first), (0, 0, None));
    assert_eq!((full.lost, full.damaged, full.first), (0, 0, None));
    assert!(
        normal.lost > normal.points / 4,
        "the check sees no lost acts: {normal:?}"
    );
}

#[test]
fn briefly() {
    cut_all(160, 8);
}

#[test]
#[ignore = "long: 10,000 power cuts"]
fn at_length() {
    cut_all(10_000, 40);
}
