import Database
import Design
import HTTP
import Kernel
import Markup

/// A form that changes a plan: what its fields hold now, how they look, and what it does.
struct PlanForm: Sendable {
  let title: String
  let lede: String
  /// The fields as they stand, in order; another's change of one of them is told from the sender's.
  let current: [(name: String, text: String)]
  /// What further fields begin with.
  var defaults: [(name: String, text: String)] = []
  /// What is said once it is saved.
  let saved: String
  /// The fields, in the order of the form; the reason stands below them.
  let fields: @Sendable (FormState) -> AnyHTML
  /// Reads what was typed and carries it out; what it refuses is in the reader.
  let apply: @Sendable (inout FormReader, inout PlanEditor, Write) throws -> Void
}
