internal import Design
internal import Kernel
internal import Markup

/// One meeting at work: unfinished actions first, then what it decides.
struct MeetingPage: HTML {
  let model: MeetingModel

  var body: some HTML {
    let meeting = model.meeting
    return Group {
      Handling()
      PageHead(meeting.title, kicker: meeting.week.description) {
        LinkButton("Open the pack", to: TaskingRoute.pack(meeting.week).path)
      }
      if !model.isPrepared, !meeting.isClosed, model.mayPrepare {
        Notice(.warn) {
          p { "The exceptions of the week before were not tested yet." }
          PostForm(to: TaskingRoute.prepare(meeting.week).path, csrf: model.csrf) {
            SubmitButton("Prepare the pack", style: .line)
          }
        }
      }
      Sheet("1. Actions from before", mark: hasUnfinished ? .bad : .none) {
        p(.class("small quiet")) { counts }
        ActionTable(
          caption: "Actions from before", actions: model.carried, names: model.names,
          today: model.today, empty: "There was no meeting before, or it decided nothing.")
      }
      Sheet("2. Decided at this meeting", mark: meeting.isClosed ? .none : .thread) {
        ActionTable(
          caption: "Decided at this meeting", actions: model.decided, names: model.names,
          today: model.today, empty: "Nothing was decided yet.")
        if !meeting.isClosed, model.mayDecide {
          p(.class("mt3")) {
            LinkButton(
              "Write a decision down", to: TaskingRoute.newAction(meeting.week).path, style: .main)
          }
        }
      }
      closing
    }
  }

  @HTMLBuilder private var closing: some HTML {
    if let at = model.meeting.closedAt {
      Sheet("3. Closed") {
        p { "The meeting was closed on \(London.words(at)). Its pack is kept as it was then." }
      }
    } else if model.mayDecide {
      Sheet("3. Close the meeting") {
        p {
          "Closing keeps the pack as it is now. Actions can still be reported on; nothing more is "
          "decided at this meeting."
        }
        PostForm(to: TaskingRoute.close(model.meeting.week).path, csrf: model.csrf) {
          input(.type(.hidden), .name("version"), .value(String(model.meeting.version)))
          SubmitButton("Close the meeting and keep its pack", style: .line)
        }
      }
    }
  }

  private var hasUnfinished: Bool { model.carried.contains { $0.content.state.isOpen } }

  private var counts: String {
    let states = ActionState.allCases.map { state in
      let count = model.carried.count { $0.content.state == state }
      return "\(NumberText.whole(count)) \(state.title.lowercased())"
    }
    return states.joined(separator: ", ") + "."
  }
}
