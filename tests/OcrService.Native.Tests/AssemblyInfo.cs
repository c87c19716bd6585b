// Live handles are counted over the whole process, so one test runs at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
