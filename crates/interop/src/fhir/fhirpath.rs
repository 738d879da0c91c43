//! The part of FHIRPath (<http://hl7.org/fhirpath/N1/>) that scores are written in, read into a tree.

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expr {
    Number(f64),
    Text(String),
    Truth(bool),
    /// `{}`
    Empty,
    /// `%name`
    Variable(String),
    /// `$this` or `$total`
    Current(String),
    /// `base.name`, or a name that starts a path.
    Member(Option<Box<Expr>>, String),
    /// `base.name(…)`
    Call(Option<Box<Expr>>, String, Vec<Expr>),
    /// `base[0]`
    Index(Box<Expr>, Box<Expr>),
    Minus(Box<Expr>),
    Binary(&'static str, Box<Expr>, Box<Expr>),
}

/// Characters of an expression that are looked at, and how deep it may lie.
const LONGEST: usize = 20_000;
const DEEPEST: usize = 64;

/// Operators from the loosest to the tightest.
const LEVELS: [&[&str]; 8] = [
    &["implies"],
    &["or", "xor"],
    &["and"],
    &["in", "contains"],
    &["!=", "=", "~"],
    &["<=", ">=", "<", ">"],
    &["|"],
    &["+", "-", "&"],
];
const FACTORS: &[&str] = &["*", "/", "div", "mod"];

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Number(f64),
    Text(String),
    Word(String),
    Sign(&'static str),
}

const SIGNS: [&str; 23] = [
    "!=", "<=", ">=", "(", ")", "[", "]", "{", "}", ".", ",", "+", "-", "*", "/", "&", "|", "=", "~", "<",
    ">", "%", "$",
];

/// Reads an expression; `None` where it is none, or uses what no score is written in.
pub(super) fn parse(text: &str) -> Option<Expr> {
    if text.len() > LONGEST {
        return None;
    }
    let tokens = tokens(text)?;
    let mut reader = Reader { tokens: &tokens, at: 0, depth: 0 };
    let expr = reader.level(0)?;
    (reader.at == tokens.len()).then_some(expr)
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = if first.is_ascii_digit() {
            let whole = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            let fraction = rest[whole..].strip_prefix('.').unwrap_or_default();
            let digits = fraction.find(|c: char| !c.is_ascii_digit()).unwrap_or(fraction.len());
            let length = if digits > 0 { whole + 1 + digits } else { whole };
            tokens.push(Token::Number(rest[..length].parse().ok()?));
            length
        } else if first.is_alphabetic() || first == '_' {
            let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            tokens.push(Token::Word(rest[..length].to_owned()));
            length
        } else if first == '\'' || first == '`' {
            let (text, length) = quoted(rest, first)?;
            tokens.push(if first == '`' { Token::Word(text) } else { Token::Text(text) });
            length
        } else {
            let sign = SIGNS.into_iter().find(|sign| rest.starts_with(sign))?;
            tokens.push(Token::Sign(sign));
            sign.len()
        };
        rest = rest[length..].trim_start();
    }
    Some(tokens)
}

/// A quoted text and how many bytes it takes.
fn quoted(text: &str, quote: char) -> Option<(String, usize)> {
    let mut found = String::new();
    let mut chars = text.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        match c {
            _ if c == quote => return Some((found, at + 1)),
            '\\' => found.push(match chars.next()?.1 {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'f' | 'u' => return None,
                other => other,
            }),
            _ => found.push(c),
        }
    }
    None
}

struct Reader<'t> {
    tokens: &'t [Token],
    at: usize,
    depth: usize,
}

impl Reader<'_> {
    fn level(&mut self, level: usize) -> Option<Expr> {
        self.depth += 1;
        if self.depth > DEEPEST * LEVELS.len() {
            return None;
        }
        let operators = LEVELS.get(level).copied().unwrap_or(FACTORS);
        let mut left = self.tighter(level)?;
        while let Some(operator) = operators.iter().copied().find(|operator| self.is(operator)) {
            self.at += 1;
            let right = self.tighter(level)?;
            left = Expr::Binary(operator, Box::new(left), Box::new(right));
        }
        self.depth -= 1;
        Some(left)
    }

    fn tighter(&mut self, level: usize) -> Option<Expr> {
        if level < LEVELS.len() { self.level(level + 1) } else { self.signed() }
    }

    fn signed(&mut self) -> Option<Expr> {
        if self.take("-") {
            return Some(Expr::Minus(Box::new(self.path()?)));
        }
        self.take("+");
        self.path()
    }

    fn path(&mut self) -> Option<Expr> {
        let mut expr = self.term()?;
        loop {
            if self.take(".") {
                // A name after a point is a name, even if it is also the name of an operator.
                let Token::Word(name) = self.next()? else { return None };
                expr = self.member(Some(expr), name)?;
            } else if self.take("[") {
                let index = self.level(0)?;
                self.expect("]")?;
                expr = Expr::Index(Box::new(expr), Box::new(index));
            } else {
                return Some(expr);
            }
        }
    }

    fn term(&mut self) -> Option<Expr> {
        match self.next()? {
            Token::Number(number) => Some(Expr::Number(number)),
            Token::Text(text) => Some(Expr::Text(text)),
            Token::Word(word) if word == "true" || word == "false" => Some(Expr::Truth(word == "true")),
            Token::Word(name) => self.member(None, name),
            Token::Sign("(") => {
                let inner = self.level(0)?;
                self.expect(")")?;
                Some(inner)
            }
            Token::Sign("{") => self.expect("}").map(|()| Expr::Empty),
            Token::Sign("%") => match self.next()? {
                Token::Word(name) | Token::Text(name) => Some(Expr::Variable(name)),
                _ => None,
            },
            Token::Sign("$") => match self.next()? {
                Token::Word(name) => Some(Expr::Current(name)),
                _ => None,
            },
            Token::Sign(_) => None,
        }
    }

    fn member(&mut self, base: Option<Expr>, name: String) -> Option<Expr> {
        let base = base.map(Box::new);
        if !self.take("(") {
            return Some(Expr::Member(base, name));
        }
        let mut arguments = Vec::new();
        if !self.take(")") {
            loop {
                arguments.push(self.level(0)?);
                if self.take(")") {
                    break;
                }
                self.expect(",")?;
            }
        }
        Some(Expr::Call(base, name, arguments))
    }

    fn is(&self, sign: &str) -> bool {
        match self.tokens.get(self.at) {
            Some(Token::Sign(found)) => *found == sign,
            Some(Token::Word(found)) => found == sign,
            _ => false,
        }
    }

    fn take(&mut self, sign: &str) -> bool {
        let there = self.is(sign);
        self.at += usize::from(there);
        there
    }

    fn expect(&mut self, sign: &str) -> Option<()> {
        self.take(sign).then_some(())
    }

    fn next(&mut self) -> Option<Token> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        token
    }
}
