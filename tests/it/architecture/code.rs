//! A source as the checker reads it: without comments, the insides of strings, and what only tests see.

/// The source with comments and the insides of strings and character literals left out; line breaks stay.
pub fn blank(source: &str) -> String {
    let chars: Vec<char> = source.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let mut code = String::with_capacity(source.len());
    let mut i = 0;
    while i < chars.len() {
        let c = at(i);
        if c == '/' && at(i + 1) == '/' {
            while i < chars.len() && at(i) != '\n' {
                i += 1;
            }
        } else if c == '/' && at(i + 1) == '*' {
            i += 2;
            while i < chars.len() && !(at(i) == '*' && at(i + 1) == '/') {
                i += 1;
            }
            i += 2;
        } else if c == 'r'
            && raw_hashes(&chars, i).is_some()
            && (i == 0 || !super::is_word(at(i - 1)) || at(i - 1) == 'b')
        {
            let hashes = raw_hashes(&chars, i).unwrap_or(0);
            i += 2 + hashes;
            while i < chars.len() && !(at(i) == '"' && (1..=hashes).all(|n| at(i + n) == '#')) {
                i += 1;
            }
            i += 1 + hashes;
            code.push_str("\"\"");
        } else if c == '"' {
            i += 1;
            while i < chars.len() && at(i) != '"' {
                i += if at(i) == '\\' { 2 } else { 1 };
            }
            i += 1;
            code.push_str("\"\"");
        } else if c == '\'' && (at(i + 1) == '\\' || at(i + 2) == '\'') {
            i += if at(i + 1) == '\\' { 3 } else { 2 };
            while i < chars.len() && at(i) != '\'' {
                i += 1;
            }
            i += 1;
            code.push_str("''");
        } else {
            code.push(c);
            i += 1;
        }
    }
    code
}

/// The number of hashes of a raw string that starts here.
fn raw_hashes(chars: &[char], start: usize) -> Option<usize> {
    let rest = chars.get(start + 1..)?;
    let hashes = rest.iter().take_while(|c| **c == '#').count();
    (rest.get(hashes) == Some(&'"')).then_some(hashes)
}

/// The code without the items that only tests see.
pub fn without_tests(code: &str) -> String {
    let mut kept = String::with_capacity(code.len());
    let mut rest = code;
    while let Some((before, after)) = rest.split_once("#[cfg(test)]") {
        kept.push_str(before);
        rest = after_item(after);
    }
    kept.push_str(rest);
    kept
}

/// What follows the item at the start: up to its closing brace, or its semicolon where that comes first.
fn after_item(code: &str) -> &str {
    let mut level = 0;
    for (at, c) in code.char_indices() {
        match c {
            '{' => level += 1,
            '}' => {
                level -= 1;
                if level == 0 {
                    return &code[at + 1..];
                }
            }
            ';' if level == 0 => return &code[at + 1..],
            _ => {}
        }
    }
    ""
}
