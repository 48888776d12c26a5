import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('committee', '0003_first_terms_of_reference'),
        ('proposals', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AgendaItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('number', models.CharField(blank=True, max_length=40, null=True)),
                ('starts_at', models.TimeField(blank=True, null=True)),
                ('kind', models.CharField(choices=[('welcome', 'Welcome'), ('apologies', 'Apologies'), ('declarations', 'Declarations of interest'), ('last_minutes', 'Minutes of the last meeting'), ('actions_update', 'Update on actions'), ('paper', 'Paper'), ('information', 'For information'), ('discussion', 'Committee discussion'), ('advice', 'Committee advice'), ('training', 'Training'), ('other_business', 'Any other business'), ('break', 'Break'), ('close', 'Close')], max_length=16)),
                ('title', models.CharField(blank=True, max_length=500, null=True)),
                ('lead', models.JSONField(blank=True, default=list)),
                ('is_deferred', models.BooleanField(default=False)),
                ('restricted', models.BooleanField(default=False)),
                ('restricted_reason', models.CharField(blank=True, max_length=255)),
                ('record_shape', models.JSONField(blank=True, default=dict)),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='children', to='meetings.agendaitem')),
            ],
            options={
                'ordering': ['meeting', 'position'],
            },
        ),
        migrations.CreateModel(
            name='ActionPoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('item_label', models.CharField(blank=True, max_length=40, null=True)),
                ('position', models.PositiveIntegerField(default=0)),
                ('text', models.TextField()),
                ('owner', models.CharField(blank=True, max_length=255, null=True)),
                ('due', models.CharField(blank=True, max_length=255, null=True)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('state', models.CharField(choices=[('open', 'Open'), ('done', 'Done'), ('dropped', 'No longer needed')], default='open', max_length=8)),
                ('record_shape', models.JSONField(blank=True, default=dict)),
                ('owner_person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='actions', to=settings.AUTH_USER_MODEL)),
                ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='meetings.agendaitem')),
            ],
            options={
                'ordering': ['meeting', 'position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ItemPaper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField(default=0)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='item_papers', to='meetings.agendaitem')),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='item_papers', to='proposals.paper')),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='papers',
            field=models.ManyToManyField(related_name='agenda_items', through='meetings.ItemPaper', to='proposals.paper'),
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=24, unique=True)),
                ('title', models.CharField(blank=True, max_length=500, null=True)),
                ('committee_name', models.CharField(blank=True, max_length=255, null=True)),
                ('source', models.CharField(blank=True, max_length=255, null=True)),
                ('on', models.DateField(blank=True, null=True)),
                ('precision', models.CharField(choices=[('day', 'Day'), ('month', 'Month'), ('year', 'Year'), ('unknown', 'Unknown')], default='day', max_length=8)),
                ('date_basis', models.CharField(blank=True, choices=[('stated', 'Stated in the source'), ('inferred', 'Inferred from other sources')], default='stated', max_length=8, null=True)),
                ('starts_at', models.TimeField(blank=True, null=True)),
                ('ends_at', models.TimeField(blank=True, null=True)),
                ('venue', models.CharField(blank=True, max_length=500, null=True)),
                ('chair_name', models.CharField(blank=True, max_length=255, null=True)),
                ('state', models.CharField(choices=[('planned', 'Planned'), ('called', 'Called'), ('under_way', 'Under way'), ('closed', 'Closed'), ('cancelled', 'Cancelled')], default='planned', max_length=16)),
                ('called_at', models.DateTimeField(editable=False, null=True)),
                ('started_at', models.DateTimeField(editable=False, null=True)),
                ('closed_at', models.DateTimeField(editable=False, null=True)),
                ('record_sha256', models.CharField(editable=False, max_length=64, null=True, unique=True)),
                ('record_shape', models.JSONField(blank=True, default=dict)),
                ('agenda_document', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='committee.document')),
                ('chaired_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('terms', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='committee.termsofreference')),
            ],
            options={
                'ordering': [models.OrderBy(models.F('on'), descending=True, nulls_last=True), '-slug'],
            },
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField(default=0)),
                ('name', models.CharField(blank=True, max_length=255, null=True)),
                ('initials', models.CharField(blank=True, max_length=16, null=True)),
                ('rank', models.CharField(blank=True, max_length=80, null=True)),
                ('role', models.CharField(blank=True, max_length=255, null=True)),
                ('organisation', models.CharField(blank=True, max_length=255, null=True)),
                ('capacity', models.CharField(choices=[('member', 'Members'), ('adviser', 'Advisers'), ('officer', 'Presenters and officers'), ('secretariat', 'Secretariat'), ('guest', 'Guests')], max_length=16)),
                ('presence', models.CharField(choices=[('present', 'Present'), ('in_attendance', 'In attendance'), ('apologies', 'Apologies'), ('absent', 'Absent')], max_length=16)),
                ('is_voting', models.BooleanField(default=False)),
                ('joined_remotely', models.BooleanField(default=False)),
                ('record_shape', models.JSONField(blank=True, default=dict)),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to=settings.AUTH_USER_MODEL)),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendances', to='meetings.meeting')),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='meetings.meeting'),
        ),
        migrations.CreateModel(
            name='AdviceGiven',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField(default=0)),
                ('advice', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='given', to='proposals.advice')),
                ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='advice_given', to='meetings.agendaitem')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='advice_given', to='meetings.meeting')),
            ],
            options={
                'verbose_name_plural': 'advice given',
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ActionUpdate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('at', models.DateTimeField()),
                ('action', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='updates', to='meetings.actionpoint')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('meeting', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='action_updates', to='meetings.meeting')),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.AddField(
            model_name='actionpoint',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='meetings.meeting'),
        ),
        migrations.CreateModel(
            name='MeetingPaper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(max_length=80)),
                ('position', models.PositiveIntegerField(default=0)),
                ('record_shape', models.JSONField(blank=True, default=dict)),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meeting_papers', to='meetings.meeting')),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meeting_papers', to='proposals.paper')),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='MinutesVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('change_note', models.TextField(blank=True)),
                ('state', models.CharField(choices=[('drafting', 'Being drafted'), ('issued', 'Draft issued'), ('approved', 'Approved by the chair'), ('published', 'Published')], default='drafting', max_length=16)),
                ('snapshot', models.JSONField(editable=False, null=True)),
                ('html', models.TextField(blank=True, editable=False)),
                ('issued_at', models.DateTimeField(editable=False, null=True)),
                ('approved_at', models.DateTimeField(editable=False, null=True)),
                ('published_at', models.DateTimeField(editable=False, null=True)),
                ('approved_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('document', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='committee.document')),
                ('draft_document', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='committee.document')),
                ('issued_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='minutes', to='meetings.meeting')),
                ('published_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'version of the minutes',
                'verbose_name_plural': 'versions of the minutes',
                'ordering': ['meeting', '-number'],
            },
        ),
        migrations.CreateModel(
            name='Vote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.CharField(max_length=500)),
                ('method', models.CharField(choices=[('ballot', 'Ballot'), ('show_of_hands', 'Show of hands'), ('unanimity', 'Unanimous, without a count')], default='ballot', max_length=16)),
                ('state', models.CharField(choices=[('open', 'Open'), ('closed', 'Closed'), ('void', 'Void')], default='open', max_length=8)),
                ('opened_at', models.DateTimeField(editable=False)),
                ('closed_at', models.DateTimeField(editable=False, null=True)),
                ('eligible', models.PositiveSmallIntegerField(editable=False, null=True)),
                ('present', models.PositiveSmallIntegerField(editable=False, null=True)),
                ('appointed', models.PositiveSmallIntegerField(editable=False, null=True)),
                ('count', models.JSONField(editable=False, null=True)),
                ('void_reason', models.TextField(blank=True)),
                ('closed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decision', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='vote', to='proposals.decision')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='votes', to='meetings.agendaitem')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='votes', to='meetings.meeting')),
                ('opened_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('papers', models.ManyToManyField(related_name='votes', to='proposals.paper')),
                ('terms', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='votes', to='committee.termsofreference')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Ballot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField(blank=True)),
                ('cast_at', models.DateTimeField()),
                ('choice', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='committee.outcomeoption')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ballots', to=settings.AUTH_USER_MODEL)),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('vote', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ballots', to='meetings.vote')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, unique=True)),
                ('kind', models.CharField(choices=[('point', 'Point'), ('question', 'Question'), ('answer', 'Answer'), ('comment', 'Comment'), ('note', 'Note'), ('heading', 'Heading'), ('action', 'Action'), ('recommendation', 'Recommendation'), ('condition', 'Condition')], default='point', max_length=16)),
                ('text', models.TextField()),
                ('position', models.PositiveIntegerField()),
                ('restricted', models.BooleanField(default=False)),
                ('restricted_reason', models.CharField(blank=True, max_length=255)),
                ('version', models.PositiveIntegerField(default=1)),
                ('paragraph', models.CharField(blank=True, max_length=12)),
                ('record_shape', models.JSONField(blank=True, default=dict)),
                ('speaker', models.CharField(blank=True, max_length=255, null=True)),
                ('after_presenter_left', models.BooleanField(default=False)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='meetings.agendaitem')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='replies', to='meetings.entry')),
                ('speaker_person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'entries',
                'ordering': ['item', 'position'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['point', 'question', 'answer', 'comment', 'note', 'heading', 'action', 'recommendation', 'condition'])), name='entry_kind_known'), models.CheckConstraint(condition=models.Q(('restricted', False), models.Q(('restricted_reason', ''), _negated=True), _connector='OR'), name='entry_restricted_with_a_reason')],
            },
        ),
        migrations.AddConstraint(
            model_name='itempaper',
            constraint=models.UniqueConstraint(fields=('item', 'paper'), name='paper_once_per_item'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['planned', 'called', 'under_way', 'closed', 'cancelled'])), name='meeting_state_known'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('precision__in', ['day', 'month', 'year', 'unknown'])), name='meeting_precision_known'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('date_basis__in', ['stated', 'inferred'])), name='meeting_date_basis_known'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('on', None), ('precision', 'unknown')), models.Q(models.Q(('precision', 'unknown'), _negated=True), ('on__isnull', False)), _connector='OR'), name='meeting_date_is_known_to_its_precision'),
        ),
        migrations.AddConstraint(
            model_name='attendance',
            constraint=models.CheckConstraint(condition=models.Q(('presence__in', ['present', 'in_attendance', 'apologies', 'absent'])), name='attendance_presence_known'),
        ),
        migrations.AddConstraint(
            model_name='attendance',
            constraint=models.CheckConstraint(condition=models.Q(('capacity__in', ['member', 'adviser', 'officer', 'secretariat', 'guest'])), name='attendance_capacity_known'),
        ),
        migrations.AddConstraint(
            model_name='attendance',
            constraint=models.UniqueConstraint(fields=('meeting', 'person'), name='attendance_once'),
        ),
        migrations.AddConstraint(
            model_name='attendance',
            constraint=models.CheckConstraint(condition=models.Q(('is_voting', False), models.Q(('capacity', 'member'), ('person__isnull', False)), _connector='OR'), name='only_members_known_by_name_vote'),
        ),
        migrations.AddIndex(
            model_name='agendaitem',
            index=models.Index(fields=['meeting', 'position'], name='item_in_order'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['welcome', 'apologies', 'declarations', 'last_minutes', 'actions_update', 'paper', 'information', 'discussion', 'advice', 'training', 'other_business', 'break', 'close'])), name='item_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.CheckConstraint(condition=models.Q(('restricted', False), models.Q(('restricted_reason', ''), _negated=True), _connector='OR'), name='item_restricted_with_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='actionpoint',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['open', 'done', 'dropped'])), name='action_state_known'),
        ),
        migrations.AddConstraint(
            model_name='meetingpaper',
            constraint=models.UniqueConstraint(fields=('meeting', 'paper'), name='paper_once_per_meeting'),
        ),
        migrations.AddConstraint(
            model_name='meetingpaper',
            constraint=models.UniqueConstraint(fields=('meeting', 'key'), name='paper_key_once_per_meeting'),
        ),
        migrations.AddConstraint(
            model_name='minutesversion',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['drafting', 'issued', 'approved', 'published'])), name='minutes_state_known'),
        ),
        migrations.AddConstraint(
            model_name='minutesversion',
            constraint=models.UniqueConstraint(fields=('meeting', 'number'), name='minutes_number_once'),
        ),
        migrations.AddConstraint(
            model_name='minutesversion',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'published'), _negated=True), fields=('meeting',), name='minutes_one_unpublished_version_per_meeting'),
        ),
        migrations.AddConstraint(
            model_name='minutesversion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('issued_at__isnull', True), ('issued_by__isnull', True)), models.Q(('issued_at__isnull', False), ('issued_by__isnull', False)), _connector='OR'), name='minutes_issued_by_someone_at_some_time'),
        ),
        migrations.AddConstraint(
            model_name='minutesversion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('approved_at__isnull', True), ('approved_by__isnull', True)), models.Q(('approved_at__isnull', False), ('approved_by__isnull', False)), _connector='OR'), name='minutes_approved_by_someone'),
        ),
        migrations.AddConstraint(
            model_name='minutesversion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('published_at__isnull', True), ('published_by__isnull', True)), models.Q(('published_at__isnull', False), ('published_by__isnull', False)), _connector='OR'), name='minutes_published_by_someone'),
        ),
        migrations.AddConstraint(
            model_name='minutesversion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['issued', 'approved', 'published']), _negated=True), models.Q(('issued_at__isnull', False), ('snapshot__isnull', False)), _connector='OR'), name='minutes_issued_with_their_text'),
        ),
        migrations.AddConstraint(
            model_name='minutesversion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['approved', 'published']), _negated=True), ('approved_at__isnull', False), _connector='OR'), name='minutes_approved_at_some_time'),
        ),
        migrations.AddConstraint(
            model_name='minutesversion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['published']), _negated=True), ('published_at__isnull', False), _connector='OR'), name='minutes_published_at_some_time'),
        ),
        migrations.AddConstraint(
            model_name='minutesversion',
            constraint=models.CheckConstraint(condition=models.Q(('number', 1), models.Q(('change_note', ''), _negated=True), _connector='OR'), name='minutes_correction_says_what_changed'),
        ),
        migrations.AddConstraint(
            model_name='vote',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['open', 'closed', 'void'])), name='vote_state_known'),
        ),
        migrations.AddConstraint(
            model_name='vote',
            constraint=models.CheckConstraint(condition=models.Q(('method__in', ['ballot', 'show_of_hands', 'unanimity'])), name='vote_method_known'),
        ),
        migrations.AddConstraint(
            model_name='vote',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', True), ('closed_by__isnull', True)), models.Q(('closed_at__isnull', False), ('closed_by__isnull', False)), _connector='OR'), name='vote_closed_by_someone_at_some_time'),
        ),
        migrations.AddConstraint(
            model_name='vote',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['closed']), _negated=True), models.Q(('closed_at__isnull', False), ('count__isnull', False)), _connector='OR'), name='vote_closed_with_its_count'),
        ),
        migrations.AddConstraint(
            model_name='vote',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'open'), _negated=True), ('closed_at', None), _connector='OR'), name='vote_open_is_not_closed'),
        ),
        migrations.AddConstraint(
            model_name='vote',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'void'), _negated=True), models.Q(('void_reason', ''), _negated=True), _connector='OR'), name='vote_void_with_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='vote',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'open')), fields=('item',), name='vote_one_open_per_item'),
        ),
        migrations.AddConstraint(
            model_name='ballot',
            constraint=models.UniqueConstraint(fields=('vote', 'member'), name='ballot_once_per_member'),
        ),
    ]
