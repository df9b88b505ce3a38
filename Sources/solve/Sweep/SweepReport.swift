#if Sweeps
  import FewBody
  import ResultStore

  /// What a person sees of a store: a summary, or all of its rows.
  struct SweepReport {
    let plan: SweepPlan
    let store: Store
    let added: Int
    /// Of the whole sweep, or of the asked part.
    let expected: Int

    func text(as format: SharedOptions.Format) throws -> String {
      switch format {
      case .table: try summary()
      case .csv: try commaSeparated()
      case .json: try json()
      }
    }

    func summary() throws -> String {
      let counts = try store.counts()
      let present = counts.map(\.count).reduce(0, +)
      var text = "sweep of \(plan.command.joined(separator: " ")) over "
      text += plan.axes.map { axis in
        "\(axis.names.joined(separator: " with ")) (\(axis.places.count))"
      }.joined(separator: " x ")
      text += ": \(plan.count) points\n\n"
      text += " \(store.path): \(present) rows, \(added) of them new"
      if expected < plan.count { text += "; this part has \(expected) points" }
      text += "\n"
      for (status, count) in counts where status != 0 {
        text += " \(count) failed with exit code \(status)\n"
      }
      return text
    }

    private func commaSeparated() throws -> String {
      var table = SweepTable(parameters: plan.names)
      try store.readAll { row in
        guard table.add(row, at: plan.settings(of: row.place)) else { throw unreadable(row) }
      }
      return table.commaSeparated
    }

    private func unreadable(_ row: StoredResult) -> StoreError {
      .notAStore(path: store.path, reason: "the answer of row \(row.place) is not JSON")
    }

    /// The answers as they stand in the store, each as its subcommand printed it.
    private func json() throws -> String {
      let counts = try store.counts()
      let done = counts.first { $0.status == 0 }?.count ?? 0
      var text = "{\n  \"schema\": \"few-body/sweep/1\",\n"
      text += "  \"version\": \(SweepSetting.quoted(FewBodyVersion.number)),\n"
      text += "  \"command\": \(SweepSetting.quoted(plan.command.joined(separator: " "))),\n"
      let arguments = plan.arguments.map { "\(SweepSetting.quoted($0.name)): \($0.json)" }
      text += "  \"arguments\": {\(arguments.joined(separator: ", "))},\n"
      text += "  \"points\": \(plan.count),\n"
      text += "  \"complete\": \(done == plan.count),\n  \"rows\": ["
      var separator = "\n"
      try store.readAll { row in
        text += "\(separator)    {\"point\": \(row.key), \"status\": \(row.status)"
        if let error = row.error { text += ", \"error\": \(SweepSetting.quoted(error))" }
        if let answer = row.answer { text += ", \"answer\": \(answer)" }
        text += "}"
        separator = ",\n"
      }
      return text + "\n  ]\n}\n"
    }
  }
#endif
