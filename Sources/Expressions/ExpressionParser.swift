#if MuParser
  import CMuParser
  import Synchronization

  /// One compiled expression: a muParser handle and the memory of its variables.
  final class ExpressionParser: Sendable {
    private struct Machine: ~Copyable {
      let handle: muParserHandle_t
      let variables: UnsafeMutablePointer<Double>
      let count: Int

      deinit {
        mupRelease(handle)
        variables.deinitialize(count: count)
        variables.deallocate()
      }
    }

    private let machine: Mutex<Machine>

    // muParser hands out error messages in one static buffer for all handles, so that two texts
    // that fail at once would read each other's: only one is compiled at a time.
    private static let compilation = Mutex<Void>(())

    /// Compiles `text`, which has passed ``ExpressionGrammar``.
    init(text: String, variables: [String]) throws(ExpressionFault) {
      machine = Mutex(
        try Self.compilation.withLock { (_) throws(ExpressionFault) in
          try Self.compile(text: text, variables: variables)
        })
    }

    private static func compile(
      text: String, variables: [String]
    ) throws(ExpressionFault) -> sending Machine {
      guard let handle = mupCreate(muBASETYPE_FLOAT) else {
        throw ExpressionFault(reason: "muParser could not be started")
      }
      let address = UnsafeMutablePointer<Double>.allocate(capacity: variables.count)
      address.initialize(repeating: 0.5, count: variables.count)
      let machine = Machine(handle: handle, variables: address, count: variables.count)
      // An error is kept in the handle and asked for below; a handler would only be told earlier.
      // Every call is followed by that question, because evaluating a handle that has failed
      // returns rubbish.
      mupClearFun(handle)
      mupClearConst(handle)
      for (name, value) in ExpressionGrammar.constants where !variables.contains(name) {
        mupDefineConst(handle, name, value)
      }
      // muParser folds a call with constant arguments into a number if it may; all of these are
      // pure.
      for (name, function) in ExpressionFunctions.unary {
        mupDefineFun1(handle, name, function, 1)
      }
      for (name, function) in ExpressionFunctions.binary {
        mupDefineFun2(handle, name, function, 1)
      }
      for (i, name) in variables.enumerated() {
        mupDefineVar(handle, name, address + i)
        try check(handle, "muParser refuses the name \(name)")
      }
      mupSetExpr(handle, text)
      try check(handle, "the text cannot be read")
      _ = mupEval(handle)
      try check(handle, "the text does not parse")
      return machine
    }

    private static func check(_ handle: muParserHandle_t, _ what: String) throws(ExpressionFault) {
      guard mupError(handle) != 0 else { return }
      let message = mupGetErrorMsg(handle).map { String(cString: $0) } ?? "unknown error"
      let position = mupGetErrorPos(handle)
      let place = position >= 0 ? " (at character \(position + 1))" : ""
      throw ExpressionFault(reason: "\(what): \(message)\(place)")
    }

    func values(at points: [Double]) -> [Double] {
      machine.withLock { machine in
        points.map { x in
          machine.variables.pointee = x
          let value = mupEval(machine.handle)
          return mupError(machine.handle) == 0 ? value : .nan
        }
      }
    }

    func value(_ x: Double) -> Double {
      machine.withLock { machine in
        machine.variables.pointee = x
        let value = mupEval(machine.handle)
        return mupError(machine.handle) == 0 ? value : .nan
      }
    }

    /// Numbers beyond the variables are left aside; variables beyond the numbers keep theirs.
    func value(_ arguments: [Double]) -> Double {
      machine.withLock { machine in
        for i in 0..<min(arguments.count, machine.count) { machine.variables[i] = arguments[i] }
        let value = mupEval(machine.handle)
        return mupError(machine.handle) == 0 ? value : .nan
      }
    }
  }
#endif
