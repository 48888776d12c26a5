import datetime
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('committee', '0004_meeting_room'),
        ('meetings', '0004_state_of_items'),
        ('proposals', '0002_meeting_room'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='EntryVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField()),
                ('change', models.CharField(choices=[('found', 'As it was before its history began'), ('noted', 'Written'), ('revised', 'Changed'), ('moved', 'Moved'), ('gone', 'Moved to another item'), ('removed', 'Removed'), ('withheld', 'Withheld'), ('opened', 'No longer withheld'), ('restored', 'Put back')], max_length=8)),
                ('version', models.PositiveIntegerField()),
                ('kind', models.CharField(choices=[('point', 'Point'), ('question', 'Question'), ('answer', 'Answer'), ('comment', 'Comment'), ('note', 'Note'), ('heading', 'Heading'), ('action', 'Action'), ('recommendation', 'Recommendation'), ('condition', 'Condition')], max_length=16)),
                ('text', models.TextField()),
                ('speaker', models.CharField(max_length=255, null=True)),
                ('after_presenter_left', models.BooleanField(default=False)),
                ('owner', models.CharField(blank=True, max_length=255)),
                ('due', models.CharField(blank=True, max_length=255)),
                ('restricted', models.BooleanField(default=False)),
                ('restricted_reason', models.CharField(blank=True, max_length=255)),
                ('parent_key', models.UUIDField(null=True)),
                ('paragraph', models.CharField(blank=True, max_length=12)),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Interest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nature', models.TextField()),
                ('effect', models.CharField(choices=[('note', 'It is noted'), ('speak', 'They may speak, but do not vote'), ('leave', 'They leave the room and do not vote')], default='note', max_length=8)),
                ('declared_at', models.DateTimeField(editable=False)),
                ('ruled_at', models.DateTimeField(editable=False, null=True)),
                ('ruling', models.TextField(blank=True)),
                ('withdrawn_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'ordering': ['meeting', 'declared_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='LineOp',
            fields=[
                ('op', models.UUIDField(primary_key=True, serialize=False)),
                ('outcome', models.CharField(max_length=8)),
                ('key', models.UUIDField(null=True)),
                ('version', models.PositiveIntegerField(null=True)),
                ('sentence', models.TextField(blank=True)),
                ('at', models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name='Movement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('arrived', 'Arrived'), ('left', 'Left')], max_length=8)),
                ('at', models.DateTimeField()),
                ('joined_remotely', models.BooleanField(default=False)),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Pack',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('closed', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Phrase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('abbreviation', models.CharField(max_length=20)),
                ('text', models.TextField()),
            ],
            options={
                'ordering': ['abbreviation'],
            },
        ),
        migrations.CreateModel(
            name='PrivateNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('version', models.PositiveIntegerField(default=1)),
                ('written_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='QuorumChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('is_quorate', models.BooleanField()),
                ('present', models.PositiveSmallIntegerField()),
                ('needed', models.PositiveSmallIntegerField()),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Suggestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('line_key', models.UUIDField(editable=False)),
                ('paragraph', models.CharField(editable=False, max_length=12)),
                ('before', models.TextField(editable=False)),
                ('after', models.TextField()),
                ('reason', models.TextField(blank=True)),
                ('at', models.DateTimeField(editable=False)),
                ('state', models.CharField(choices=[('open', 'To be decided'), ('accepted', 'Accepted'), ('declined', 'Declined')], default='open', max_length=8)),
                ('became', models.TextField(blank=True, editable=False)),
                ('answer', models.TextField(blank=True, editable=False)),
                ('decided_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'ordering': ['version', 'at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Whereabouts',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('line', models.UUIDField(null=True)),
                ('seen_at', models.DateTimeField()),
            ],
            options={
                'verbose_name_plural': 'whereabouts',
            },
        ),
        migrations.AlterModelOptions(
            name='agendaitem',
            options={'ordering': ['meeting', 'position'], 'verbose_name': 'item'},
        ),
        migrations.RemoveConstraint(
            model_name='vote',
            name='vote_method_known',
        ),
        migrations.RemoveField(
            model_name='agendaitem',
            name='is_deferred',
        ),
        migrations.AddField(
            model_name='actionpoint',
            name='entry',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='action', to='meetings.entry'),
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='began_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='chaired_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='deferred_to',
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='finished_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='spent',
            field=models.DurationField(default=datetime.timedelta, editable=False),
        ),
        migrations.AddField(
            model_name='attendance',
            name='items',
            field=models.ManyToManyField(blank=True, related_name='guests', to='meetings.agendaitem'),
        ),
        migrations.AddField(
            model_name='attendance',
            name='left_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='attendance',
            name='substitute_for',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='entry',
            name='due',
            field=models.CharField(blank=True, default='', max_length=255),
        ),
        migrations.AddField(
            model_name='entry',
            name='owner',
            field=models.CharField(blank=True, default='', max_length=255),
        ),
        migrations.AddField(
            model_name='minutesversion',
            name='approved_in',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='minutes_approved', to='meetings.meeting'),
        ),
        migrations.AddField(
            model_name='minutesversion',
            name='publish_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='minutesversion',
            name='scheduled_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='minutesversion',
            name='suggestions_ended_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='minutesversion',
            name='suggestions_ended_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='minutesversion',
            name='suggestions_until',
            field=models.DateField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='vote',
            name='absent',
            field=models.PositiveSmallIntegerField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='vote',
            name='abstained',
            field=models.PositiveSmallIntegerField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='vote',
            name='casting',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='committee.outcomeoption'),
        ),
        migrations.AddField(
            model_name='vote',
            name='casting_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='vote',
            name='closes_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='vote',
            name='not_cast',
            field=models.PositiveSmallIntegerField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='vote',
            name='recused',
            field=models.PositiveSmallIntegerField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='vote',
            name='reminded_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='vote',
            name='roll',
            field=models.JSONField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='vote',
            name='voted',
            field=models.PositiveSmallIntegerField(editable=False, null=True),
        ),
        migrations.AlterField(
            model_name='vote',
            name='method',
            field=models.CharField(choices=[('ballot', 'Ballot'), ('show_of_hands', 'Show of hands'), ('unanimity', 'Unanimous, without a count'), ('correspondence', 'Ballot by correspondence')], default='ballot', max_length=16),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'under_way', 'finished', 'deferred'])), name='item_state_known'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['under_way']), _negated=True), ('began_at__isnull', False), _connector='OR'), name='item_under_way_since_some_time'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['finished']), _negated=True), ('finished_at__isnull', False), _connector='OR'), name='item_finished_at_some_time'),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'under_way')), fields=('meeting',), name='item_one_under_way_per_meeting'),
        ),
        migrations.AddConstraint(
            model_name='attendance',
            constraint=models.CheckConstraint(condition=models.Q(('substitute_for', None), ('is_voting', False), _connector='OR'), name='substitutes_never_vote'),
        ),
        migrations.AddConstraint(
            model_name='attendance',
            constraint=models.CheckConstraint(condition=models.Q(('left_at', None), ('presence__in', ['present', 'in_attendance']), _connector='OR'), name='only_who_was_there_left'),
        ),
        migrations.AddConstraint(
            model_name='minutesversion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('suggestions_ended_at__isnull', True), ('suggestions_ended_by__isnull', True)), models.Q(('suggestions_ended_at__isnull', False), ('suggestions_ended_by__isnull', False)), _connector='OR'), name='minutes_suggestions_ended_by_someone'),
        ),
        migrations.AddConstraint(
            model_name='minutesversion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('publish_at__isnull', True), ('scheduled_by__isnull', True)), models.Q(('publish_at__isnull', False), ('scheduled_by__isnull', False)), _connector='OR'), name='minutes_scheduled_by_someone'),
        ),
        migrations.AddConstraint(
            model_name='minutesversion',
            constraint=models.CheckConstraint(condition=models.Q(('publish_at', None), ('state__in', ['approved', 'published']), _connector='OR'), name='minutes_scheduled_once_approved'),
        ),
        migrations.AddConstraint(
            model_name='vote',
            constraint=models.CheckConstraint(condition=models.Q(('method__in', ['ballot', 'show_of_hands', 'unanimity', 'correspondence'])), name='vote_method_known'),
        ),
        migrations.AddConstraint(
            model_name='vote',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('casting__isnull', True), ('casting_by__isnull', True)), models.Q(('casting__isnull', False), ('casting_by__isnull', False)), _connector='OR'), name='vote_casting_vote_of_somebody'),
        ),
        migrations.AddConstraint(
            model_name='vote',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('recused__isnull', True), ('roll__isnull', True)), models.Q(('recused__isnull', False), ('roll__isnull', False)), _connector='OR'), name='vote_roll_with_its_numbers'),
        ),
        migrations.AddConstraint(
            model_name='vote',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closes_at__isnull', False), ('method', 'correspondence')), models.Q(models.Q(('method', 'correspondence'), _negated=True), ('closes_at', None)), _connector='OR'), name='vote_by_correspondence_ends_at_some_time'),
        ),
        migrations.AddConstraint(
            model_name='vote',
            constraint=models.CheckConstraint(condition=models.Q(('present', django.db.models.expressions.CombinedExpression(models.F('eligible'), '+', models.F('recused')))), name='vote_present_may_vote_or_are_recused'),
        ),
        migrations.AddConstraint(
            model_name='vote',
            constraint=models.CheckConstraint(condition=models.Q(('appointed', django.db.models.expressions.CombinedExpression(models.F('present'), '+', models.F('absent')))), name='vote_appointed_are_present_or_absent'),
        ),
        migrations.AddConstraint(
            model_name='vote',
            constraint=models.CheckConstraint(condition=models.Q(('present__isnull', False), ('appointed', django.db.models.expressions.CombinedExpression(models.F('eligible'), '+', models.F('recused'))), _connector='OR'), name='vote_by_correspondence_asks_all_in_office'),
        ),
        migrations.AddConstraint(
            model_name='vote',
            constraint=models.CheckConstraint(condition=models.Q(('eligible', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('voted'), '+', models.F('abstained')), '+', models.F('not_cast')))), name='vote_eligible_voted_abstained_or_did_neither'),
        ),
        migrations.AddField(
            model_name='entryversion',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='entryversion',
            name='item',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='line_versions', to='meetings.agendaitem'),
        ),
        migrations.AddField(
            model_name='entryversion',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.meeting'),
        ),
        migrations.AddField(
            model_name='entryversion',
            name='speaker_person',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='interest',
            name='item',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='interests', to='meetings.agendaitem'),
        ),
        migrations.AddField(
            model_name='interest',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='interests', to='meetings.meeting'),
        ),
        migrations.AddField(
            model_name='interest',
            name='member',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='interests', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='interest',
            name='paper',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='interests', to='proposals.paper'),
        ),
        migrations.AddField(
            model_name='interest',
            name='recorded_by',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='interest',
            name='ruled_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='interest',
            name='terms',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='interests', to='committee.termsofreference'),
        ),
        migrations.AddField(
            model_name='interest',
            name='withdrawn_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='lineop',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='movement',
            name='attendance',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='movements', to='meetings.attendance'),
        ),
        migrations.AddField(
            model_name='movement',
            name='item',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='movements', to='meetings.agendaitem'),
        ),
        migrations.AddField(
            model_name='pack',
            name='document',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='pack', to='committee.document'),
        ),
        migrations.AddField(
            model_name='pack',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='packs', to='meetings.meeting'),
        ),
        migrations.AddConstraint(
            model_name='phrase',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('abbreviation'), name='phrase_abbreviation_once'),
        ),
        migrations.AddConstraint(
            model_name='phrase',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='phrase_says_something'),
        ),
        migrations.AddField(
            model_name='privatenote',
            name='item',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='meetings.agendaitem'),
        ),
        migrations.AddField(
            model_name='privatenote',
            name='member',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='privatenote',
            name='paper',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='proposals.paper'),
        ),
        migrations.AddField(
            model_name='quorumchange',
            name='item',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='meetings.agendaitem'),
        ),
        migrations.AddField(
            model_name='quorumchange',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='quorum_changes', to='meetings.meeting'),
        ),
        migrations.AddField(
            model_name='suggestion',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='suggestions', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='suggestion',
            name='decided_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='suggestion',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='suggestions', to='meetings.minutesversion'),
        ),
        migrations.AddField(
            model_name='whereabouts',
            name='item',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='meetings.agendaitem'),
        ),
        migrations.AddField(
            model_name='whereabouts',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='meetings.meeting'),
        ),
        migrations.AddField(
            model_name='whereabouts',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='entryversion',
            index=models.Index(fields=['item', 'id'], name='line_changes_of_item'),
        ),
        migrations.AddIndex(
            model_name='entryversion',
            index=models.Index(fields=['key', 'id'], name='history_of_line'),
        ),
        migrations.AddConstraint(
            model_name='entryversion',
            constraint=models.CheckConstraint(condition=models.Q(('change__in', ['found', 'noted', 'revised', 'moved', 'gone', 'removed', 'withheld', 'opened', 'restored'])), name='entry_version_change_known'),
        ),
        migrations.AddConstraint(
            model_name='interest',
            constraint=models.CheckConstraint(condition=models.Q(('effect__in', ['note', 'speak', 'leave'])), name='interest_effect_known'),
        ),
        migrations.AddConstraint(
            model_name='interest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ruled_at__isnull', True), ('ruled_by__isnull', True)), models.Q(('ruled_at__isnull', False), ('ruled_by__isnull', False)), _connector='OR'), name='interest_ruled_by_someone'),
        ),
        migrations.AddConstraint(
            model_name='interest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), _connector='OR'), name='interest_withdrawn_by_someone'),
        ),
        migrations.AddConstraint(
            model_name='interest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('item', None), ('paper__isnull', False)), models.Q(('item__isnull', False), ('paper', None)), _connector='OR'), name='interest_in_an_item_or_a_paper'),
        ),
        migrations.AddConstraint(
            model_name='interest',
            constraint=models.CheckConstraint(condition=models.Q(('nature', ''), _negated=True), name='interest_says_what_it_is'),
        ),
        migrations.AddConstraint(
            model_name='interest',
            constraint=models.CheckConstraint(condition=models.Q(('ruled_at', None), models.Q(('ruling', ''), _negated=True), _connector='OR'), name='interest_ruled_with_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='interest',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('member', 'item'), name='interest_in_an_item_once'),
        ),
        migrations.AddConstraint(
            model_name='interest',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('member', 'paper', 'meeting'), name='interest_in_a_paper_once'),
        ),
        migrations.AddConstraint(
            model_name='movement',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['arrived', 'left'])), name='movement_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='privatenote',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('item', None), ('paper__isnull', False)), models.Q(('item__isnull', False), ('paper', None)), _connector='OR'), name='note_on_an_item_or_a_paper'),
        ),
        migrations.AddConstraint(
            model_name='privatenote',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='note_says_something'),
        ),
        migrations.AddConstraint(
            model_name='privatenote',
            constraint=models.UniqueConstraint(fields=('member', 'item'), name='note_once_per_item'),
        ),
        migrations.AddConstraint(
            model_name='privatenote',
            constraint=models.UniqueConstraint(fields=('member', 'paper'), name='note_once_per_paper'),
        ),
        migrations.AddConstraint(
            model_name='quorumchange',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('is_quorate', True), ('present__gte', models.F('needed'))), models.Q(('is_quorate', False), ('present__lt', models.F('needed'))), _connector='OR'), name='quorate_means_enough_are_present'),
        ),
        migrations.AddConstraint(
            model_name='suggestion',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['open', 'accepted', 'declined'])), name='suggestion_state_known'),
        ),
        migrations.AddConstraint(
            model_name='suggestion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['accepted', 'declined']), ('decided_at__isnull', False), ('decided_by__isnull', False)), models.Q(models.Q(('state__in', ['accepted', 'declined']), _negated=True), ('decided_at__isnull', True), ('decided_by__isnull', True)), _connector='OR'), name='suggestion_decided_by_someone'),
        ),
        migrations.AddConstraint(
            model_name='suggestion',
            constraint=models.CheckConstraint(condition=models.Q(('after', ''), _negated=True), name='suggestion_says_how_it_should_be'),
        ),
        migrations.AddConstraint(
            model_name='suggestion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'declined'), _negated=True), models.Q(('answer', ''), _negated=True), _connector='OR'), name='suggestion_declined_with_a_word'),
        ),
        migrations.AddConstraint(
            model_name='whereabouts',
            constraint=models.UniqueConstraint(fields=('person', 'meeting'), name='whereabouts_one_place'),
        ),
    ]
