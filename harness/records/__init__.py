"""The records that flow through a check, and how a finding and a quote are recognised again. They import only
`harness.values`."""
