internal import Design
internal import HTTP
internal import Kernel

/// That a message was said: to whom, when, and what they answered.
struct SaidForm {
  let with: String
  let at: Instant
  let answer: String

  init(_ fields: Fields, since written: Instant, at now: Instant) throws(Refusal) {
    var form = FormReader(fields)
    with = form.text("with", or: "Enter whom you spoke to", limit: 120)
    answer = form.optionalText("answer", limit: CaseForms.limit) ?? ""
    let day = form.day("said", "Day it was said", fields)
    let minutes = TimeOfDay.minutes(fields["time"] ?? "")
    if minutes == nil { form.refuse("time", TimeOfDay.words) }
    var at = now
    if let day, let minutes {
      at = London.instant(day, minute: minutes)
      if at > now { form.refuse("time", "Choose a time that has passed") }
      // A minute is what people write down; a message has seconds.
      if at.adding(seconds: 60) <= written {
        form.refuse("time", "Choose a time after \(London.words(written)), when it was written")
      }
    }
    try form.finish()
    self.at = at
  }

  /// What the form shows before anything was typed.
  static func values(at now: Instant) -> [(String, String)] {
    let time = London.time(now)
    return DateInput.fields("said", London.day(now)) + [
      ("time", TimeOfDay.text(time.hour * 60 + time.minute))
    ]
  }
}
