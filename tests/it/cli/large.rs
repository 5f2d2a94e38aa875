//! Lists made to take the memory: refused by the real binary with the limit named, within the memory it is given.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::Desk;

/// What the binary may take of addresses, in KiB: its own code, its threads' stacks and one bearable list.
const MEMORY: u32 = 400_000;

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
    <Default Extension="xml" ContentType="application/xml"/></Types>"#;
const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const BEGINNING: &str =
    r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#;
const HEADER: &str = r#"<row><c t="str"><v>件号</v></c><c t="str"><v>登记时间</v></c></row>"#;

/// A workbook of one sheet with these rows, and what else is put beside it.
fn workbook(rows: &str, beside: impl FnOnce(&mut ZipWriter<Cursor<Vec<u8>>>)) -> Vec<u8> {
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    let sheet = format!("{BEGINNING}{HEADER}{rows}</sheetData></worksheet>");
    for (name, content) in [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/worksheets/sheet1.xml", &sheet),
    ] {
        to.start_file(name, SimpleFileOptions::default()).unwrap();
        to.write_all(content.as_bytes()).unwrap();
    }
    beside(&mut to);
    to.finish().unwrap().into_inner()
}

/// So many copies of 16 MiB of spaces: each takes some KiB, packed.
fn bomb(copies: u32) -> Vec<u8> {
    let mut once = ZipWriter::new(Cursor::new(Vec::new()));
    once.start_file("a", SimpleFileOptions::default()).unwrap();
    let spaces = vec![b' '; 1 << 16];
    (0..256).for_each(|_| once.write_all(&spaces).unwrap());
    let mut once = ZipArchive::new(once.finish().unwrap()).unwrap();
    workbook("", |to| {
        for n in 0..copies {
            let name = format!("xl/media/{n}.xml");
            to.raw_copy_file_rename(once.by_index(0).unwrap(), name.as_str())
                .unwrap();
        }
    })
}

/// Imports a list with no more than so much memory; what is said, and nothing was kept.
fn refused(list: Vec<u8>, name: &str) -> String {
    let desk = Desk::new();
    assert!(list.len() < 4 << 20, "{} bytes are no trap", list.len());
    desk.write(name, list);
    let zhiban = desk.command("12:00", &["import".to_owned(), name.to_owned()]);
    let mut bounded = std::process::Command::new("sh");
    bounded.args(["-c", &format!("ulimit -v {MEMORY} && exec \"$0\" \"$@\"")]);
    bounded.arg(zhiban.get_program()).args(zhiban.get_args());
    bounded.env_clear().current_dir(desk.path("."));
    let given = zhiban.get_envs();
    bounded.envs(given.filter_map(|(name, value)| Some((name, value?))));
    let output = bounded.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    let kept = desk.json("12:00", "list --all");
    assert_eq!(kept.as_array().map(Vec::len), Some(0));
    said
}

#[cfg(target_os = "linux")]
#[test]
fn a_zip_bomb_is_refused_by_the_size_it_unpacks_to() {
    let said = refused(bomb(40), "bomb.xlsx");
    assert!(said.contains("解开后太大，超过 256 MB"), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_sheet_of_a_million_rows_is_refused_by_their_number() {
    let row = r#"<row><c t="str"><v>x</v></c></row>"#;
    let said = refused(workbook(&row.repeat(1_000_000), |_| ()), "rows.xlsx");
    assert!(said.contains("行数太多，超过 100000 行"), "{said}");
    let sound = "<row><c t=\"n\"><v>7</v></c><c><v>46343.5</v></c></row>";
    let desk = Desk::new();
    desk.write("sound.xlsx", workbook(sound, |_| ()));
    desk.run("12:00", "import sound.xlsx").ends(0);
}
