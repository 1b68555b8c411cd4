internal import Design
internal import Kernel
internal import Markup
internal import Messages

/// The messages of one state.
struct OutboxModel {
  let state: MessageState
  /// The route whose messages alone are shown; `nil` for all.
  let route: MessageRoute?
  let messages: [MessageRecord]
  let counts: [MessageState: Int]
  let hasMore: Bool
  /// What takes the messages of each route, if anything does.
  let carriers: [(route: MessageRoute, carrier: String?)]
}

/// The outbox: what somebody has to do first, then what waits, then what is over.
struct OutboxPage: HTML {
  let model: OutboxModel

  /// What needs somebody first, then what goes by itself, then what is over.
  private static let order: [MessageState] =
    MessageState.needsSomebody.reversed() + [.waiting, .sending, .sent, .done, .cancelled]

  var body: some HTML {
    PageHead("Outbox")
    nav(.aria("label", "Messages by state")) {
      p(.class("row")) {
        for state in Self.order {
          a(
            .href(LettersRoute.list(state, before: nil).path),
            .aria("current", "page").when(state == model.state)
          ) { "\(state.title) (\(NumberText.whole(model.counts[state] ?? 0)))" }
        }
      }
    }
    Sheet(model.state.title) {
      p { Self.words(of: model.state) }
      nav(.aria("label", "Messages by route")) {
        p(.class("row")) {
          for route in [nil] + MessageRoute.allCases.map(Optional.some) {
            a(
              .href(LettersRoute.list(model.state, by: route, before: nil).path),
              .aria("current", "page").when(route == model.route)
            ) { route.map { Self.words(of: $0) } ?? "All routes" }
          }
        }
      }
      DataTable(
        caption: "Messages", hidesCaption: true,
        columns: [
          .text("Message"), .text("Route"), .text("Written"), .text("Tried"), .text("Remark"),
        ], rows: model.messages.map(row), empty: "There is no such message.")
      if model.hasMore, let last = model.messages.last {
        p {
          a(
            .href(LettersRoute.list(model.state, by: model.route, before: last.id).path),
            .rel("next")
          ) {
            "Earlier messages"
          }
        }
      }
    }
    Sheet("How messages leave") {
      Pairs(model.carriers.map { ($0.route.title, $0.carrier ?? "By hand") })
    }
  }

  private static func words(of route: MessageRoute) -> String {
    switch route {
    case .email: "Emails"
    case .text: "Text messages"
    case .letter: "Letters"
    case .phone: "Phone calls"
    }
  }

  private func row(_ message: MessageRecord) -> DataTable.Row {
    [
      .link(message.title, to: LettersRoute.message(message.id).path),
      .text(message.route.title), .text(London.words(message.created)),
      .text(message.tries == 0 ? "Not yet" : NumberText.whole(message.tries)),
      .text(remark(message)),
    ]
  }

  private func remark(_ message: MessageRecord) -> String {
    guard message.state == .waiting else { return message.reason }
    let next = "Next try \(London.words(message.due))"
    return message.reason.isEmpty ? next : "\(message.reason). \(next)"
  }

  private static func words(of state: MessageState) -> String {
    switch state {
    case .byHand: "No machine takes these away: print, call, or decide against it."
    case .failed: "These did not go. Mend what stands in the way, then send them again."
    case .uncertain:
      "The program or the line broke off while these went. Ask the person whether theirs came before "
        + "you send it again."
    case .held: "Somebody has to look at these before they go."
    case .waiting: "These go by themselves."
    case .sending: "These are on their way this moment."
    case .sent: "These were taken by the mail server or by GOV.UK Notify."
    case .done: "Somebody printed and posted these, or made the call."
    case .cancelled: "Somebody decided against these."
    }
  }
}
