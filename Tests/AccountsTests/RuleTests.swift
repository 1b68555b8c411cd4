import Access
import HTTP
import Kernel
import Partnership
import Testing

@testable import Accounts

@Suite("A password")
struct PasswordRuleTests {
  static func rule(isDemonstration: Bool = false) -> PasswordRule {
    PasswordRule(
      name: Sensitive("Rosalind Achterberg"), email: EmailAddress("r.achter@thornmere.example"),
      isDemonstration: isDemonstration)
  }

  @Test(
    "is taken when it is long and not common",
    arguments: [
      "river anchor tulip seven", "qX9$vv2!kLm0", "twelve chars", "пароль из слов реки",
      "three random words make one", String(repeating: "ab cd ef gh ", count: 16) + "xyz",
    ])
  func good(password: String) {
    #expect(Self.rule().refusal(of: password) == nil)
  }

  @Test(
    "is refused with what to do instead",
    arguments: [
      ("", "Use 12 characters or more"), ("elevenchars", "Use 12 characters or more"),
      (String(repeating: "abc def ", count: 26), "Use 200 characters or fewer"),
      ("password1234", "Choose another password: this one is easy to guess"),
      ("Passw0rd!!!!!!", "Choose another password: this one is easy to guess"),
      ("P4$$w0rd-2026", "Choose another password: this one is easy to guess"),
      ("qwertyuiop123", "Choose another password: this one is easy to guess"),
      ("1qaz2wsx3edc4rfv", "Choose another password: this one is easy to guess"),
      ("123456789012", "Choose another password: this one is easy to guess"),
      ("839201847263", "Choose another password: this one is easy to guess"),
      ("aaaaaaaaaaaa", "Choose another password: this one is easy to guess"),
      ("abcabcabcabcabc", "Choose another password: this one is easy to guess"),
      ("letmein12345!", "Choose another password: this one is easy to guess"),
      ("welcome to 2026", "Choose another password: this one is easy to guess"),
      ("Liverpool2026", "Choose another password: this one is easy to guess"),
      ("iloveyou iloveyou", "Choose another password: this one is easy to guess"),
      ("correct horse battery staple", "Choose another password: this one is easy to guess"),
      ("rosalind achterberg", "Choose another password: this one holds your name"),
      (
        "R.Achter@thornmere.example", "Choose another password: this one is your email address"
      ), ("my-r.achter-words", "Choose another password: this one holds your name"),
      (
        "thornmere demonstration",
        "Choose another password: this one is printed in the demonstration"
      ),
      (
        "Thornmere-Demonstration1",
        "Choose another password: this one is printed in the demonstration"
      ),
    ])
  func refused(password: String, words: String) {
    #expect(Self.rule().refusal(of: password) == words)
  }

  @Test("of the demonstration is taken in the demonstration")
  func demonstration() {
    #expect(Self.rule(isDemonstration: true).refusal(of: Demonstration.password) == nil)
  }
}

@Suite("Waiting after failures")
struct ThrottleRuleTests {
  @Test(
    "grows from nothing to a quarter of an hour",
    arguments: [
      (0, 0), (1, 0), (4, 0), (5, 30), (6, 60), (7, 120), (8, 240), (9, 480), (10, 900), (11, 900),
      (1000, 900),
    ])
  func account(failures: Int, seconds: Int) {
    #expect(ThrottleRule.account.wait(after: failures) == seconds)
  }

  @Test(
    "comes later for an address a whole office may share",
    arguments: [
      (29, 0), (30, 30), (34, 480), (35, 900),
    ])
  func address(failures: Int, seconds: Int) {
    #expect(ThrottleRule.address.wait(after: failures) == seconds)
  }
}

@Suite("How long a session stands")
struct SessionRuleTests {
  let start = Instant(milliseconds: 1_800_000_000_000)
  let rule = SessionRule(Settings())

  @Test(
    "idle for less than half an hour, alive for less than twelve hours",
    arguments: [
      (0.0, 0.0, true), (1799, 1799, true), (1799.999, 1799.999, true), (1800, 1800, false),
      (43_199, 10, true), (43_200, 10, false), (90_000, 1, false),
    ])
  func full(age: Double, idle: Double, stands: Bool) {
    let now = start.adding(seconds: age)
    #expect(
      rule.stands(.full, created: start, seen: now.adding(seconds: -idle), now: now) == stands)
  }

  @Test(
    "ten minutes while it waits for a second step",
    arguments: [
      (599.0, true), (600, false),
    ])
  func pending(age: Double, stands: Bool) {
    for stage in [SessionStage.code, .enrol, .password] {
      let now = start.adding(seconds: age)
      #expect(rule.stands(stage, created: start, seen: now, now: now) == stands)
    }
  }

  @Test(
    "goes from the password to what is asked for next",
    arguments: [
      (false, false, SessionStage.full), (true, false, .code), (false, true, .enrol),
      (true, true, .code),
    ])
  func stages(enrolled: Bool, required: Bool, next: SessionStage) {
    #expect(SessionStage.afterPassword(enrolled: enrolled, required: required) == next)
  }
}

@Suite("An email address")
struct EmailAddressTests {
  @Test(
    "is brought to one form",
    arguments: [
      ("a@b.example", "a@b.example"), (" A.Person@Council.EXAMPLE ", "a.person@council.example"),
    ])
  func read(typed: String, text: String) {
    #expect(EmailAddress(typed)?.text.reveal(for: "test") == text)
  }

  @Test(
    "is refused when it cannot be one",
    arguments: [
      "", "a", "@b.example", "a@", "a@b", "a@@b.example", "a@.example", "a@b.example.",
      String(repeating: "a", count: 250) + "@b.example",
    ])
  func refused(typed: String) {
    #expect(EmailAddress(typed) == nil)
  }

  @Test("is not printed")
  func hidden() {
    #expect("\(EmailAddress("a@b.example")?.text as Any)".contains("a@b") == false)
  }
}
