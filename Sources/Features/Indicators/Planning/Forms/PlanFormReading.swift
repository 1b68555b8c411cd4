import HTTP
import Kernel

/// What was posted of a plan's form, with the fields that somebody else changed meanwhile.
struct PlanFormReading {
  /// What to carry out: the sender's text where they changed it, else the one that stands.
  let fields: Fields
  /// Fields that both changed, each with both texts.
  let conflicts: [Refusal.Entry]

  init(_ posted: Fields, _ form: PlanForm) {
    var merged = Fields()
    var conflicts: [Refusal.Entry] = []
    let standing = Dictionary(form.current) { first, _ in first }
    for pair in posted.pairs where standing[pair.name] == nil {
      merged.append(pair.name, pair.value)
    }
    for (name, text) in form.current {
      switch FieldFate(
        posted: posted[name] ?? "", seen: posted[EntryFields.seen(name)], current: text)
      {
      case .same: merged.append(name, text)
      case .changed(let mine): merged.append(name, mine)
      case .conflict(_, let theirs):
        let held = theirs.isEmpty ? "emptied it" : "saved “\(theirs)”"
        conflicts.append(
          Refusal.Entry(
            field: name,
            message: "Somebody \(held) while you typed. Yours is still here: send it again to "
              + "keep it"))
      }
    }
    fields = merged
    self.conflicts = conflicts
  }

  /// A mark of what was typed, to tell whether it is what was looked at.
  static func mark(_ posted: Fields) -> String {
    let own = ["csrf", "act", "checked"]
    let typed = posted.pairs.filter { !own.contains($0.name) && !$0.name.hasPrefix("seen-") }
    return Digest.mark(typed.map { "\($0.name)=\($0.value)" }.sorted().joined(separator: "\n"))
  }
}

extension FormReader {
  /// A month as it is typed, between 1990 and 2099.
  mutating func month(_ field: String, or message: String) -> Month? {
    guard let month: Month = value(field, or: message) else { return nil }
    guard (1990...2099).contains(month.year) else {
      refuse(field, "Enter a month from 1990-01 to 2099-12")
      return nil
    }
    return month
  }
}
