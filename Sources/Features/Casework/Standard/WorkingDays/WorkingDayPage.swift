internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// What the page of the working days shows.
struct WorkingDayModel {
  /// The days that are otherwise than the law's own rule has them, in their order.
  let changed: [ChangedDay]
  let today: Day
  let state: FormState
  let mayConfigure: Bool
  let csrf: String

  /// Months of days off that are listed.
  private static let months = 24

  /// The days off from today on, each with why.
  var next: [(day: Day, why: String)] {
    let end = today.month.adding(months: Self.months).firstDay
    let titles = Dictionary(
      changed.filter { !$0.isWorked }.map { ($0.day, $0.title) }, uniquingKeysWith: { $1 })
    return WorkingDays.time(changed).holidays(in: today..<end).map { day in
      (day, titles[day] ?? "Bank holiday in England and Wales")
    }
  }
}

/// The days off of the next two years, the days that were added, and the form of another.
struct WorkingDayPage: HTML {
  static let title = "Working days"

  let model: WorkingDayModel

  var body: some HTML {
    PageHead(
      Self.title,
      lede:
        "Monday to Friday, without the bank holidays of England and Wales. Add a day when one is proclaimed "
        + "or moved, or when nobody is at work. What is due already keeps its day.")
    Sheet("Days off to come", mark: .river) {
      DataTable(
        caption: "Days off to come", hidesCaption: true, columns: [.text("Day"), .text("Why")],
        rows: model.next.map { [.text($0.day.weekdayWords), .text($0.why)] })
    }
    Sheet("Days that were added", id: "added") {
      if model.changed.isEmpty { p { "None: only the law’s own bank holidays are off." } }
      for changed in model.changed { ChangedDayLine(changed: changed, model: model) }
    }
    if model.mayConfigure {
      Sheet("Add a day", id: "add") { adding }
    }
  }

  private var adding: some HTML {
    PostForm(to: ProcedureRoute.workingDays.path, csrf: model.csrf) {
      DateField("day", legend: "Day", in: model.state)
      RadioField(
        "kind", legend: "What it is",
        choices: [
          Choice(WorkingDayForm.off, "A day off"),
          Choice(
            WorkingDayForm.worked, "A bank holiday that is worked",
            hint: "Its day off was moved to another day: add that one too"),
        ], in: model.state)
      TextField(
        "title", label: "Why", hint: "Such as “The coronation”. Everybody on the staff can read it",
        in: model.state)
      SubmitButton("Add the day")
    }
  }
}

/// One day that was added.
private struct ChangedDayLine: HTML {
  let changed: ChangedDay
  let model: WorkingDayModel

  var body: some HTML {
    p {
      strong { changed.day.weekdayWords }
      changed.isWorked ? " is worked: " : " is a day off: "
      changed.title
    }
    if model.mayConfigure {
      PostForm(to: ProcedureRoute.workingDays.path, csrf: model.csrf) {
        input(.type(.hidden), .name("remove"), .value(changed.day.description))
        SubmitButton("Take \(changed.day.words) away", style: .line)
      }
    }
  }
}
