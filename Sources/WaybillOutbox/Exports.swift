@_exported public import WaybillRuntime
