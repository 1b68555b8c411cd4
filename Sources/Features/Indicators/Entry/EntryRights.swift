import Access
import Kernel
import Partnership

/// What somebody may do with one priority of a period: by role, or as its lead.
struct EntryRights: Hashable, Sendable {
  let mayEnter: Bool
  let mayComment: Bool
  let mayJudge: Bool
  let maySign: Bool
  let mayPublish: Bool

  /// Roles that may hold the duty of a lead; the others only read.
  static let leads: Set<Role> = [.manager, .officer, .analyst, .coordinator, .partner]

  init(_ actor: Actor, isLead: Bool) {
    let leads = isLead && EntryRights.leads.contains(actor.role)
    mayEnter = IndicatorPolicy.allows(.enter, actor)
    mayComment = leads || IndicatorPolicy.allows(.comment, actor)
    mayJudge = leads || IndicatorPolicy.allows(.judge, actor)
    maySign = leads || IndicatorPolicy.allows(.signOff, actor)
    mayPublish = IndicatorPolicy.allows(.publish, actor)
  }

  /// Whether there is anything of the priority's form they may fill in.
  var mayOpen: Bool { mayEnter || mayComment || mayJudge || maySign }

  /// The office they write in: "Lead of Violence", "Analyst"; never a name.
  static func office(_ actor: Actor, isLead: Bool, of priority: Priority) -> String {
    isLead ? "Lead of \(priority.title)" : actor.role.title
  }
}
