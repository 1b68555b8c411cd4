import Design
import Kernel
import Markup

/// Who leads each priority, and what the reader may do with it.
struct DueSigns: Sendable {
  let rights: [ID<Priority>: EntryRights]
  let leads: [ID<Priority>: [String]]
  /// Whether the pages of returns and publication are for them.
  let mayGather: Bool
}

/// What is due for a period: which figures and words are missing, and what is signed off.
struct DuePage: HTML {
  let list: DueList
  let signs: DueSigns

  var body: some HTML {
    Group {
      PageHead(
        "Figures for \(list.period.words)", kicker: list.plan.title,
        lede: "What is due, from whom, and what is missing."
      ) {
        div(.class("row tight no-print")) {
          if signs.mayGather {
            LinkButton("Returns of agencies", to: FiguresRoute.returns(list.place).path)
            LinkButton("Publication", to: FiguresRoute.publication(list.place).path)
          }
        }
      }
      Facts([
        Fact("Figures missing", NumberText.whole(missingFigures), isBig: true),
        Fact("Commentaries missing", NumberText.whole(missingWords), isBig: true),
        Fact(
          "Priorities signed off", NumberText.whole(due.count - list.unsigned.count),
          note: "of \(NumberText.whole(due.count))", isBig: true),
        Fact(
          "Issues published", NumberText.whole(list.issues),
          note: list.issues == 0 ? "Not published yet" : "A correction makes another", isBig: true),
      ])
      for priority in list.priorities {
        DuePrioritySheet(
          list: list, due: priority, rights: signs.rights[priority.priority.id],
          leads: signs.leads[priority.priority.id] ?? [])
      }
      OtherPeriods(list: list)
    }
  }

  private var due: [DuePriority] { list.priorities.filter { !$0.indicators.isEmpty } }
  private var indicators: [DueIndicator] { list.priorities.flatMap(\.indicators) }
  private var missingFigures: Int { indicators.reduce(0) { $0 + $1.missingFigures } }
  private var missingWords: Int { indicators.count(where: \.lacksWords) }
}

/// One priority of the list.
private struct DuePrioritySheet: HTML {
  let list: DueList
  let due: DuePriority
  let rights: EntryRights?
  let leads: [String]

  var body: some HTML {
    Sheet(due.heading, mark: due.missing == 0 ? .none : .warn) {
      DataTable(
        caption: "\(due.heading): what is due", hidesCaption: true,
        columns: [
          .text("Indicator"), .text("Answers for it"), .text("Figures"), .text("Commentary"),
          .text("Computed"), .text("Set by a person"),
        ],
        rows: due.indicators.map { .cells(cells($0)) },
        empty: "This priority has no indicators.")
      SignOffLine(due: due, leads: leads)
      if let rights, rights.mayOpen, !due.indicators.isEmpty {
        p(.class("flush row tight no-print")) {
          LinkButton(
            "Enter figures and words",
            to: FiguresRoute.entry(list.place, due.priority.id).path, style: .line)
          if rights.maySign {
            LinkButton(
              "Sign off", to: FiguresRoute.signOff(list.place, due.priority.id).path, style: .line)
          }
        }
      }
    }
  }

  private func cells(_ one: DueIndicator) -> [DataTable.Cell] {
    [
      .text(one.member.title), .text(one.owner), figures(one),
      one.commentary == nil
        ? .html { one.lacksWords ? AnyHTML(Tag("Missing", .warn)) : AnyHTML("Not due") }
        : .text("Written"),
      .html { RatingMark(state: one.row.computed, words: one.row.now.direction.shortReason) },
      one.judgement.map { judged in .html { RatingMark(state: judged.state) } }
        ?? .missing("Not set"),
    ]
  }

  private func figures(_ one: DueIndicator) -> DataTable.Cell {
    guard !one.figures.isEmpty else { return .missing("Not due: \(frequency(one))") }
    let missing = one.figures.filter { $0.amount == nil }.map(\.period.words)
    if missing.isEmpty { return .text("All \(NumberText.whole(one.figures.count)) held") }
    return .html {
      Tag("Missing", .warn)
      " "
      missing.joined(separator: "; ")
    }
  }

  private func frequency(_ one: DueIndicator) -> String {
    one.definition?.frequency.words ?? "no definition"
  }
}

/// Whether a priority is signed off, and what became of an earlier sign-off.
struct SignOffLine: HTML {
  let due: DuePriority
  let leads: [String]

  var body: some HTML {
    p {
      if let signed = due.signOff {
        Tag("Signed off", .good)
        " \(signed.words)."
      } else if let gone = due.withdrawn {
        Tag("Sign-off withdrawn", .warn)
        " \(gone.withdrawnReason ?? SignOffStore.movedWords); it had been given by \(gone.words)."
      } else {
        Tag("Not signed off", .none)
      }
      span(.class("quiet")) {
        leads.isEmpty ? " Nobody leads it yet." : " Led by \(leads.joined(separator: ", "))."
      }
    }
  }
}

/// Links to the periods before and after.
private struct OtherPeriods: HTML {
  let list: DueList

  var body: some HTML {
    p(.class("no-print")) {
      a(.href(FiguresRoute.due(list.place.previous).path)) { list.place.previous.period.words }
      " · "
      a(.href(FiguresRoute.due(next).path)) { next.period.words }
    }
  }

  private var next: FiguresPlace {
    let after = list.period.months.upperBound.adding(months: 1)
    switch list.period {
    case .month: return FiguresPlace(plan: list.plan.slug, period: .month(after))
    case .quarter: return FiguresPlace(plan: list.plan.slug, period: .quarter(after.quarter))
    case .year: return FiguresPlace(plan: list.plan.slug, period: .year(after.financialYear))
    }
  }
}
