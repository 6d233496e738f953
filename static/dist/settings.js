var V=class extends Error{constructor(t,s,a){super(s?.title??`status ${t}`),this.status=t,this.code=s?.code??(t?"unexpected":"unreachable"),this.field=s?.field??null,this.retryAfter=a}};async function te(e,t,s,a){let n={accept:"application/json"};s!==void 0&&(n["content-type"]="application/json"),a&&(n["x-csrf-token"]=a);let r;try{r=await fetch(t,{method:e,headers:n,credentials:"same-origin",body:s===void 0?void 0:JSON.stringify(s)})}catch{throw new V(0,null,null)}let o=await r.text(),c=null;try{c=o?JSON.parse(o):null}catch{}if(r.ok)return c;let l=Number(r.headers.get("retry-after"));throw new V(r.status,c,Number.isFinite(l)&&l>0?l:null)}function Ee(e){let t=Object.entries(e).filter(([,s])=>s!=null);return t.length?`?${new URLSearchParams(t.map(([s,a])=>[s,String(a)]))}`:""}function Se({csrf:e,signedOut:t}){let s=async(n,r,o)=>{try{return await te(n,`/api/v1${r}`,o,e)}catch(c){throw c instanceof V&&c.status===401&&t(),c}},a=n=>`/conversations/${encodeURIComponent(n)}`;return{session:()=>s("POST","/im/session",{}),me:()=>s("GET","/me"),change:n=>s("PATCH","/me",n),preferences:()=>s("GET","/me/preferences"),savePreferences:n=>s("PUT","/me/preferences",n),agents:()=>s("GET","/agents?limit=200"),availability:n=>s("PUT","/agents/me/availability",{state:n}),signOut:()=>s("POST","/logout",{}),signOutEverywhere:()=>s("POST","/logout-everywhere",{}),counts:()=>s("GET","/conversations/counts"),conversations:(n,r)=>s("GET",`/conversations${Ee({view:n,cursor:r,limit:50})}`),conversation:n=>s("GET",a(n)),entries:(n,r)=>s("GET",`${a(n)}/entries${Ee(r)}`),assign:(n,r)=>s("POST",`${a(n)}/assign`,{agent_id:r}),close:n=>s("POST",`${a(n)}/resolve`,{}),reopen:n=>s("POST",`${a(n)}/reopen`,{}),snooze:(n,r)=>s("POST",`${a(n)}/snooze`,{until:r}),editMessage:(n,r,o)=>s("PATCH",`${a(n)}/messages/${encodeURIComponent(r)}`,{content:o}),recallMessage:(n,r)=>s("DELETE",`${a(n)}/messages/${encodeURIComponent(r)}`,{}),contact:n=>s("GET",`/contacts/${encodeURIComponent(n)}`)}}var se=globalThis,Te=e=>e,Ct=se.trustedTypes,Ce=Ct?Ct.createPolicy("lit-html",{createHTML:e=>e}):void 0,ne="$lit$",G=`lit$${Math.random().toFixed(9).slice(2)}$`,ae="?"+G,Ks=`<${ae}>`,ot=document,xt=()=>ot.createComment(""),kt=e=>e===null||typeof e!="object"&&typeof e!="function",ie=Array.isArray,Le=e=>ie(e)||typeof e?.[Symbol.iterator]=="function",ee=`[ 	
\f\r]`,wt=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Oe=/-->/g,Pe=/>/g,at=RegExp(`>|${ee}(?:([^\\s"'>=/]+)(${ee}*=${ee}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Ie=/'/g,He=/"/g,Ne=/^(?:script|style|textarea|title)$/i,oe=e=>(t,...s)=>({_$litType$:e,strings:t,values:s}),d=oe(1),f=oe(2),ra=oe(3),B=Symbol.for("lit-noChange"),u=Symbol.for("lit-nothing"),De=new WeakMap,it=ot.createTreeWalker(ot,129);function Re(e,t){if(!ie(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return Ce!==void 0?Ce.createHTML(t):t}var je=(e,t)=>{let s=e.length-1,a=[],n,r=t===2?"<svg>":t===3?"<math>":"",o=wt;for(let c=0;c<s;c++){let l=e[c],h,$,g=-1,p=0;for(;p<l.length&&(o.lastIndex=p,$=o.exec(l),$!==null);)p=o.lastIndex,o===wt?$[1]==="!--"?o=Oe:$[1]!==void 0?o=Pe:$[2]!==void 0?(Ne.test($[2])&&(n=RegExp("</"+$[2],"g")),o=at):$[3]!==void 0&&(o=at):o===at?$[0]===">"?(o=n??wt,g=-1):$[1]===void 0?g=-2:(g=o.lastIndex-$[2].length,h=$[1],o=$[3]===void 0?at:$[3]==='"'?He:Ie):o===He||o===Ie?o=at:o===Oe||o===Pe?o=wt:(o=at,n=void 0);let m=o===at&&e[c+1].startsWith("/>")?" ":"";r+=o===wt?l+Ks:g>=0?(a.push(h),l.slice(0,g)+ne+l.slice(g)+G+m):l+G+(g===-2?c:m)}return[Re(e,r+(e[s]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),a]},At=class e{constructor({strings:t,_$litType$:s},a){let n;this.parts=[];let r=0,o=0,c=t.length-1,l=this.parts,[h,$]=je(t,s);if(this.el=e.createElement(h,a),it.currentNode=this.el.content,s===2||s===3){let g=this.el.content.firstChild;g.replaceWith(...g.childNodes)}for(;(n=it.nextNode())!==null&&l.length<c;){if(n.nodeType===1){if(n.hasAttributes())for(let g of n.getAttributeNames())if(g.endsWith(ne)){let p=$[o++],m=n.getAttribute(g).split(G),_=/([.?@])?(.*)/.exec(p);l.push({type:1,index:r,name:_[2],strings:m,ctor:_[1]==="."?Pt:_[1]==="?"?It:_[1]==="@"?Ht:lt}),n.removeAttribute(g)}else g.startsWith(G)&&(l.push({type:6,index:r}),n.removeAttribute(g));if(Ne.test(n.tagName)){let g=n.textContent.split(G),p=g.length-1;if(p>0){n.textContent=Ct?Ct.emptyScript:"";for(let m=0;m<p;m++)n.append(g[m],xt()),it.nextNode(),l.push({type:2,index:++r});n.append(g[p],xt())}}}else if(n.nodeType===8)if(n.data===ae)l.push({type:2,index:r});else{let g=-1;for(;(g=n.data.indexOf(G,g+1))!==-1;)l.push({type:7,index:r}),g+=G.length-1}r++}}static createElement(t,s){let a=ot.createElement("template");return a.innerHTML=t,a}};function rt(e,t,s=e,a){if(t===B)return t;let n=a!==void 0?s._$Co?.[a]:s._$Cl,r=kt(t)?void 0:t._$litDirective$;return n?.constructor!==r&&(n?._$AO?.(!1),r===void 0?n=void 0:(n=new r(e),n._$AT(e,s,a)),a!==void 0?(s._$Co??=[])[a]=n:s._$Cl=n),n!==void 0&&(t=rt(e,n._$AS(e,t.values),n,a)),t}var Ot=class{constructor(t,s){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=s}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:s},parts:a}=this._$AD,n=(t?.creationScope??ot).importNode(s,!0);it.currentNode=n;let r=it.nextNode(),o=0,c=0,l=a[0];for(;l!==void 0;){if(o===l.index){let h;l.type===2?h=new ht(r,r.nextSibling,this,t):l.type===1?h=new l.ctor(r,l.name,l.strings,this,t):l.type===6&&(h=new Dt(r,this,t)),this._$AV.push(h),l=a[++c]}o!==l?.index&&(r=it.nextNode(),o++)}return it.currentNode=ot,n}p(t){let s=0;for(let a of this._$AV)a!==void 0&&(a.strings!==void 0?(a._$AI(t,a,s),s+=a.strings.length-2):a._$AI(t[s])),s++}},ht=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,s,a,n){this.type=2,this._$AH=u,this._$AN=void 0,this._$AA=t,this._$AB=s,this._$AM=a,this.options=n,this._$Cv=n?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,s=this._$AM;return s!==void 0&&t?.nodeType===11&&(t=s.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,s=this){t=rt(this,t,s),kt(t)?t===u||t==null||t===""?(this._$AH!==u&&this._$AR(),this._$AH=u):t!==this._$AH&&t!==B&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):Le(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==u&&kt(this._$AH)?this._$AA.nextSibling.data=t:this.T(ot.createTextNode(t)),this._$AH=t}$(t){let{values:s,_$litType$:a}=t,n=typeof a=="number"?this._$AC(t):(a.el===void 0&&(a.el=At.createElement(Re(a.h,a.h[0]),this.options)),a);if(this._$AH?._$AD===n)this._$AH.p(s);else{let r=new Ot(n,this),o=r.u(this.options);r.p(s),this.T(o),this._$AH=r}}_$AC(t){let s=De.get(t.strings);return s===void 0&&De.set(t.strings,s=new At(t)),s}k(t){ie(this._$AH)||(this._$AH=[],this._$AR());let s=this._$AH,a,n=0;for(let r of t)n===s.length?s.push(a=new e(this.O(xt()),this.O(xt()),this,this.options)):a=s[n],a._$AI(r),n++;n<s.length&&(this._$AR(a&&a._$AB.nextSibling,n),s.length=n)}_$AR(t=this._$AA.nextSibling,s){for(this._$AP?.(!1,!0,s);t!==this._$AB;){let a=Te(t).nextSibling;Te(t).remove(),t=a}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},lt=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,s,a,n,r){this.type=1,this._$AH=u,this._$AN=void 0,this.element=t,this.name=s,this._$AM=n,this.options=r,a.length>2||a[0]!==""||a[1]!==""?(this._$AH=Array(a.length-1).fill(new String),this.strings=a):this._$AH=u}_$AI(t,s=this,a,n){let r=this.strings,o=!1;if(r===void 0)t=rt(this,t,s,0),o=!kt(t)||t!==this._$AH&&t!==B,o&&(this._$AH=t);else{let c=t,l,h;for(t=r[0],l=0;l<r.length-1;l++)h=rt(this,c[a+l],s,l),h===B&&(h=this._$AH[l]),o||=!kt(h)||h!==this._$AH[l],h===u?t=u:t!==u&&(t+=(h??"")+r[l+1]),this._$AH[l]=h}o&&!n&&this.j(t)}j(t){t===u?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},Pt=class extends lt{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===u?void 0:t}},It=class extends lt{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==u)}},Ht=class extends lt{constructor(t,s,a,n,r){super(t,s,a,n,r),this.type=5}_$AI(t,s=this){if((t=rt(this,t,s,0)??u)===B)return;let a=this._$AH,n=t===u&&a!==u||t.capture!==a.capture||t.once!==a.once||t.passive!==a.passive,r=t!==u&&(a===u||n);n&&this.element.removeEventListener(this.name,this,a),r&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},Dt=class{constructor(t,s,a){this.element=t,this.type=6,this._$AN=void 0,this._$AM=s,this.options=a}get _$AU(){return this._$AM._$AU}_$AI(t){rt(this,t)}},Be={M:ne,P:G,A:ae,C:1,L:je,R:Ot,D:Le,V:rt,I:ht,H:lt,N:It,U:Ht,B:Pt,F:Dt},Ws=se.litHtmlPolyfillSupport;Ws?.(At,ht),(se.litHtmlVersions??=[]).push("3.3.3");var U=(e,t,s)=>{let a=s?.renderBefore??t,n=a._$litPart$;if(n===void 0){let r=s?.renderBefore??null;a._$litPart$=n=new ht(t.insertBefore(xt(),r),r,void 0,s??{})}return n._$AI(e),n};var K={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Lt=e=>(...t)=>({_$litDirective$:e,values:t}),ft=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,s,a){this._$Ct=t,this._$AM=s,this._$Ci=a}_$AS(t,s){return this.update(t,s)}update(t,s){return this.render(...s)}};var{I:Ys}=Be,Ue=e=>e;var Fe=e=>e.strings===void 0,qe=()=>document.createComment(""),gt=(e,t,s)=>{let a=e._$AA.parentNode,n=t===void 0?e._$AB:t._$AA;if(s===void 0){let r=a.insertBefore(qe(),n),o=a.insertBefore(qe(),n);s=new Ys(r,o,e,e.options)}else{let r=s._$AB.nextSibling,o=s._$AM,c=o!==e;if(c){let l;s._$AQ?.(e),s._$AM=e,s._$AP!==void 0&&(l=e._$AU)!==o._$AU&&s._$AP(l)}if(r!==n||c){let l=s._$AA;for(;l!==r;){let h=Ue(l).nextSibling;Ue(a).insertBefore(l,n),l=h}}}return s},Q=(e,t,s=e)=>(e._$AI(t,s),e),Js={},Nt=(e,t=Js)=>e._$AH=t,Ve=e=>e._$AH,Rt=e=>{e._$AR(),e._$AA.remove()};var ze=(e,t,s)=>{let a=new Map;for(let n=t;n<=s;n++)a.set(e[n],n);return a},Zs=Lt(class extends ft{constructor(e){if(super(e),e.type!==K.CHILD)throw Error("repeat() can only be used in text expressions")}dt(e,t,s){let a;s===void 0?s=t:t!==void 0&&(a=t);let n=[],r=[],o=0;for(let c of e)n[o]=a?a(c,o):o,r[o]=s(c,o),o++;return{values:r,keys:n}}render(e,t,s){return this.dt(e,t,s).values}update(e,[t,s,a]){let n=Ve(e),{values:r,keys:o}=this.dt(t,s,a);if(!Array.isArray(n))return this.ut=o,r;let c=this.ut??=[],l=[],h,$,g=0,p=n.length-1,m=0,_=r.length-1;for(;g<=p&&m<=_;)if(n[g]===null)g++;else if(n[p]===null)p--;else if(c[g]===o[m])l[m]=Q(n[g],r[m]),g++,m++;else if(c[p]===o[_])l[_]=Q(n[p],r[_]),p--,_--;else if(c[g]===o[_])l[_]=Q(n[g],r[_]),gt(e,l[_+1],n[g]),g++,_--;else if(c[p]===o[m])l[m]=Q(n[p],r[m]),gt(e,n[g],n[p]),p--,m++;else if(h===void 0&&(h=ze(o,m,_),$=ze(c,g,p)),h.has(c[g]))if(h.has(c[p])){let x=$.get(o[m]),F=x!==void 0?n[x]:null;if(F===null){let j=gt(e,n[g]);Q(j,r[m]),l[m]=j}else l[m]=Q(F,r[m]),gt(e,n[g],F),n[x]=null;m++}else Rt(n[p]),p--;else Rt(n[g]),g++;for(;m<=_;){let x=gt(e,l[_+1]);Q(x,r[m]),l[m++]=x}for(;g<=p;){let x=n[g++];x!==null&&Rt(x)}return this.ut=o,Nt(e,l),B}});var L=Lt(class extends ft{constructor(e){if(super(e),e.type!==K.PROPERTY&&e.type!==K.ATTRIBUTE&&e.type!==K.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!Fe(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===B||t===u)return t;let s=e.element,a=e.name;if(e.type===K.PROPERTY){if(t===s[a])return B}else if(e.type===K.BOOLEAN_ATTRIBUTE){if(!!t===s.hasAttribute(a))return B}else if(e.type===K.ATTRIBUTE&&s.getAttribute(a)===t+"")return B;return Nt(e),t}});var Xs=Symbol.for("preact-signals");function re(){if(ct>1){ct--;return}let e,t=!1;for((function(){let s=jt;for(jt=void 0;s!==void 0;){let a=s.S;if(a.v===s.v)for(let n=a.t;n!==void 0;n=n.x)n.i===s.i&&(n.i=a.i);s=s.o}})();Et!==void 0;){let s=Et;for(Et=void 0,Bt++;s!==void 0;){let a=s.u;if(s.u=void 0,s.f&=-3,!(8&s.f)&&We(s))try{s.c()}catch(n){t||(e=n,t=!0)}s=a}}if(Bt=0,ct--,t)throw e}var S,Mt,Et;function q(e){let t=S,s=Mt;S=void 0,Mt=void 0;try{return e()}finally{S=t,Mt=s}}var jt,ct=0,Bt=0;var Ge=0,Ut=0;function Ke(e){if(S===void 0)return;let t=e.n;if(t===void 0||t.t!==S)return t={i:0,S:e,p:S.s,n:void 0,t:S,e:void 0,x:void 0,r:t},S.s!==void 0&&(S.s.n=t),S.s=t,e.n=t,32&S.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=S.s,t.n=void 0,S.s.n=t,S.s=t),t}function H(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}H.prototype.brand=Xs;H.prototype.h=function(){return!0};H.prototype.S=function(e){let t=this.t;t!==e&&e.e===void 0&&(e.x=t,this.t=e,t!==void 0?t.e=e:q(()=>{var s;(s=this.W)==null||s.call(this)}))};H.prototype.U=function(e){if(this.t!==void 0){let t=e.e,s=e.x;t!==void 0&&(t.x=s,e.e=void 0),s!==void 0&&(s.e=t,e.x=void 0),e===this.t&&(this.t=s,s===void 0&&q(()=>{var a;(a=this.Z)==null||a.call(this)}))}};H.prototype.subscribe=function(e){return vt(()=>{let t=this.value;q(()=>e(t))},{name:"sub"})};H.prototype.valueOf=function(){return this.value};H.prototype.toString=function(){return this.value+""};H.prototype.toJSON=function(){return this.value};H.prototype.peek=function(){return q(()=>this.value)};Object.defineProperty(H.prototype,"value",{get(){let e=Ke(this);return e!==void 0&&(e.i=this.i),this.v},set(e){if(e!==this.v){if(Bt>100)throw new Error("Cycle detected");(function(t){ct!==0&&Bt===0&&t.l!==Ge&&(t.l=Ge,jt={S:t,v:t.v,i:t.i,o:jt})})(this),this.v=e,this.i++,Ut++,ct++;try{for(let t=this.t;t!==void 0;t=t.x)t.t.N()}finally{re()}}}});function P(e,t){return new H(e,t)}function We(e){for(let t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Ye(e){for(let t=e.s;t!==void 0;t=t.n){let s=t.S.n;if(s!==void 0&&(t.r=s),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Je(e){let t,s=e.s;for(;s!==void 0;){let a=s.p;s.i===-1?(s.S.U(s),a!==void 0&&(a.n=s.n),s.n!==void 0&&(s.n.p=a)):t=s,s.S.n=s.r,s.r!==void 0&&(s.r=void 0),s=a}e.s=t}function dt(e,t){H.call(this,void 0,t),this.x=e,this.s=void 0,this.g=Ut-1,this.f=4}dt.prototype=new H;dt.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===Ut))return!0;if(this.g=Ut,this.f|=1,this.i>0&&!We(this))return this.f&=-2,!0;let e=S;try{Ye(this),S=this;let t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(t){this.v=t,this.f|=16,this.i++}return S=e,Je(this),this.f&=-2,!0};dt.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(let t=this.s;t!==void 0;t=t.n)t.S.S(t)}H.prototype.S.call(this,e)};dt.prototype.U=function(e){if(this.t!==void 0&&(H.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(let t=this.s;t!==void 0;t=t.n)t.S.U(t)}};dt.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(let e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(dt.prototype,"value",{get(){if(1&this.f)throw new Error("Cycle detected");let e=Ke(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function le(e,t){return new dt(e,t)}function Ze(e){let t=e.j;if(e.j=void 0,typeof t=="function"){ct++;let s=S;S=void 0;try{t()}catch(a){throw e.f&=-2,e.f|=8,ce(e),a}finally{S=s,re()}}}function ce(e){for(let t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Ze(e)}function Qs(e){if(S!==this)throw new Error("Out-of-order effect");Je(this),S=e,this.f&=-2;try{8&this.f&&ce(this)}finally{re()}}function $t(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,Mt&&Mt.push(this)}$t.prototype.c=function(){let e=this.S();try{if(8&this.f||this.x===void 0)return;let t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};$t.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,Ze(this),Ye(this),ct++;let e=S;return S=this,Qs.bind(this,e)};$t.prototype.N=function(){2&this.f||(this.f|=2,this.u=Et,Et=this)};$t.prototype.d=function(){this.f|=8,1&this.f||ce(this)};$t.prototype.dispose=function(){this.d()};function vt(e,t){let s=new $t(e,t);try{s.c()}catch(n){throw s.d(),n}let a=s.d.bind(s);return a[Symbol.dispose]=a,a}function de(e,t,s){if(!(e instanceof HTMLElement))throw new Error("nowhere to render");vt(()=>{let a=t();q(()=>s?.before?.()),U(a,e),q(()=>s?.after?.())})}var pe={};for(let e of document.querySelectorAll('meta[name^="texts-"]')){let t=e.name.slice(6),s=JSON.parse(e.content);for(let[a,n]of Object.entries(s))pe[`${t}.${a}`]=n}var C=document.documentElement.lang||"zh-CN",tn=new Intl.PluralRules(C);function i(e,t){let s=pe[e]??e;return t?s.replace(/\{(\w+)\}/g,(a,n)=>String(t[n]??a)):s}function W(e,t,s){let a=`${e}.${tn.select(t)}`;return i(a in pe?a:`${e}.other`,{count:t,...s})}function Xe(){try{return localStorage.getItem("servicedesk.probe"),localStorage}catch{return null}}var en="(max-width: 1100px)",sn="(max-width: 720px)",nn=15e3;function Qe(e){let t=o=>{let c=matchMedia(o),l=P(c.matches);return c.addEventListener("change",()=>l.value=c.matches),l},s=P(e?.getItem("servicedesk.details")!=="closed"),a=P(!1),n=P(Date.now());setInterval(()=>n.value=Date.now(),nn),vt(()=>{try{e?.setItem("servicedesk.details",s.value?"open":"closed")}catch{}});let r=t(en);return{narrow:r,phone:t(sn),now:n,details:{get open(){return r.value?a.value:s.value},set(o){r.value?a.value=o:s.value=o},toggle(){this.set(!this.open)}},tab:P("reply"),dialog:P(null),theme:P(document.documentElement.dataset.theme??"auto")}}var an={inbox:f`<polyline points="22 12 16 12 14 15 10 15 8 12 2 12"/><path d="M5.45 5.11 2 12v6a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-6l-3.45-6.89A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/>`,user:f`<path d="M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2"/><circle cx="12" cy="7" r="4"/>`,check:f`<path d="M20 6 9 17l-5-5"/>`,"check-check":f`<path d="M18 6 7 17l-5-5"/><path d="m22 10-7.5 7.5L13 16"/>`,clock:f`<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>`,"badge-check":f`<path d="M3.85 8.62a4 4 0 0 1 4.78-4.77 4 4 0 0 1 6.74 0 4 4 0 0 1 4.78 4.78 4 4 0 0 1 0 6.74 4 4 0 0 1-4.77 4.78 4 4 0 0 1-6.75 0 4 4 0 0 1-4.78-4.77 4 4 0 0 1 0-6.76Z"/><path d="m16 9-5.5 5.5L8 12"/>`,globe:f`<circle cx="12" cy="12" r="10"/><path d="M12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20"/><path d="M2 12h20"/>`,"code-xml":f`<path d="m18 16 4-4-4-4"/><path d="m6 8-4 4 4 4"/><path d="m14.5 4-5 16"/>`,"chevron-down":f`<path d="m6 9 6 6 6-6"/>`,"chevron-left":f`<path d="m15 18-6-6 6-6"/>`,"chevron-right":f`<path d="m9 18 6-6-6-6"/>`,"arrow-up":f`<path d="m5 12 7-7 7 7"/><path d="M12 19V5"/>`,"arrow-down":f`<path d="M12 5v14"/><path d="m19 12-7 7-7-7"/>`,x:f`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`,lock:f`<rect width="18" height="11" x="3" y="11" rx="2" ry="2"/><path d="M7 11V7a5 5 0 0 1 10 0v4"/>`,"panel-right":f`<rect width="18" height="18" x="3" y="3" rx="2"/><path d="M15 3v18"/>`,info:f`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`,mail:f`<path d="m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7"/><rect x="2" y="4" width="20" height="16" rx="2"/>`,phone:f`<path d="M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384"/>`,"id-card":f`<path d="M13 19a4 4 0 00-8 0"/><path d="M16 10h2"/><path d="M16 14h2"/><circle cx="9" cy="12" r="3"/><rect x="2" y="5" width="20" height="14" rx="2"/>`,languages:f`<path d="m5 8 6 6"/><path d="m4 14 6-6 2-3"/><path d="M2 5h12"/><path d="M7 2h1"/><path d="m22 22-5-10-5 10"/><path d="M14 18h6"/>`,"message-circle":f`<path d="M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719"/>`,"circle-alert":f`<circle cx="12" cy="12" r="10"/><line x1="12" x2="12" y1="8" y2="12"/><line x1="12" x2="12.01" y1="16" y2="16"/>`,"pencil-line":f`<path d="M13 21h8"/><path d="m15 5 4 4"/><path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/>`,keyboard:f`<path d="M10 8h.01"/><path d="M12 12h.01"/><path d="M14 8h.01"/><path d="M16 12h.01"/><path d="M18 8h.01"/><path d="M6 8h.01"/><path d="M7 16h10"/><path d="M8 12h.01"/><rect width="20" height="16" x="2" y="4" rx="2"/>`,"log-out":f`<path d="m16 17 5-5-5-5"/><path d="M21 12H9"/><path d="M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4"/>`,power:f`<path d="M12 2v10"/><path d="M18.4 6.6a9 9 0 1 1-12.77.04"/>`,"book-open":f`<path d="M12 5v16"/><path d="M20.001 19A2 2 0 0022 17V5a2 2 0 00-1.999-2L16 3.002A5 5 0 0012 5a5 5 0 00-4-2H4a2 2 0 00-2 2v12a2 2 0 001.999 2H8a5 5 0 014 2 5 5 0 014-2z"/>`,sun:f`<circle cx="12" cy="12" r="4"/><path d="M12 2v2"/><path d="M12 20v2"/><path d="m4.93 4.93 1.41 1.41"/><path d="m17.66 17.66 1.41 1.41"/><path d="M2 12h2"/><path d="M20 12h2"/><path d="m6.34 17.66-1.41 1.41"/><path d="m19.07 4.93-1.41 1.41"/>`,moon:f`<path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"/>`,"sun-moon":f`<path d="M12 2v2"/><path d="M14.837 16.385a6 6 0 1 1-7.223-7.222c.624-.147.97.66.715 1.248a4 4 0 0 0 5.26 5.259c.589-.255 1.396.09 1.248.715"/><path d="M16 12a4 4 0 0 0-4-4"/><path d="m19 5-1.256 1.256"/><path d="M20 12h2"/>`,store:f`<path d="M15 21v-5a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v5"/><path d="M17.774 10.31a1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.451 0 1.12 1.12 0 0 0-1.548 0 2.5 2.5 0 0 1-3.452 0 1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.77-3.248l2.889-4.184A2 2 0 0 1 7 2h10a2 2 0 0 1 1.653.873l2.895 4.192a2.5 2.5 0 0 1-3.774 3.244"/><path d="M4 10.95V19a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8.05"/>`,copy:f`<rect width="14" height="14" x="8" y="8" rx="2" ry="2"/><path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"/>`,"wifi-off":f`<path d="M12 20h.01"/><path d="M8.5 16.429a5 5 0 0 1 7 0"/><path d="M5 12.859a10 10 0 0 1 5.17-2.69"/><path d="M19 12.859a10 10 0 0 0-2.007-1.523"/><path d="M2 8.82a15 15 0 0 1 4.177-2.643"/><path d="M22 8.82a15 15 0 0 0-11.288-3.764"/><path d="m2 2 20 20"/>`,"cloud-off":f`<path d="M10.94 5.274A7 7 0 0 1 15.71 10h1.79a4.5 4.5 0 0 1 4.222 6.057"/><path d="M18.796 18.81A4.5 4.5 0 0 1 17.5 19H9A7 7 0 0 1 5.79 5.78"/><path d="m2 2 20 20"/>`,"circle-check":f`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`,"rotate-ccw":f`<path d="M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8"/><path d="M3 3v5h5"/>`,"user-plus":f`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><circle cx="9" cy="7" r="4"/><line x1="19" x2="19" y1="8" y2="14"/><line x1="22" x2="16" y1="11" y2="11"/>`,"monitor-smartphone":f`<path d="M18 8V6a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h8"/><path d="M10 19v-3.96 3.15"/><path d="M7 19h5"/><rect width="6" height="10" x="16" y="12" rx="2"/>`,star:f`<path d="M11.525 2.295a.53.53 0 0 1 .95 0l2.31 4.679a2.123 2.123 0 0 0 1.595 1.16l5.166.756a.53.53 0 0 1 .294.904l-3.736 3.638a2.123 2.123 0 0 0-.611 1.878l.882 5.14a.53.53 0 0 1-.771.56l-4.618-2.428a2.122 2.122 0 0 0-1.973 0L6.396 21.01a.53.53 0 0 1-.77-.56l.881-5.139a2.122 2.122 0 0 0-.611-1.879L2.16 9.795a.53.53 0 0 1 .294-.906l5.165-.755a2.122 2.122 0 0 0 1.597-1.16z"/>`,"undo-2":f`<path d="M9 14 4 9l5-5"/><path d="M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11"/>`,"alarm-clock":f`<circle cx="12" cy="13" r="8"/><path d="M12 9v4l2 2"/><path d="M5 3 2 6"/><path d="m22 6-3-3"/><path d="M6.38 18.7 4 21"/><path d="M17.64 18.67 20 21"/>`,users:f`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><path d="M16 3.128a4 4 0 0 1 0 7.744"/><path d="M22 21v-2a4 4 0 0 0-3-3.87"/><circle cx="9" cy="7" r="4"/>`,settings:f`<path d="M9.671 4.136a2.34 2.34 0 0 1 4.659 0 2.34 2.34 0 0 0 3.319 1.915 2.34 2.34 0 0 1 2.33 4.033 2.34 2.34 0 0 0 0 3.831 2.34 2.34 0 0 1-2.33 4.033 2.34 2.34 0 0 0-3.319 1.915 2.34 2.34 0 0 1-4.659 0 2.34 2.34 0 0 0-3.32-1.915 2.34 2.34 0 0 1-2.33-4.033 2.34 2.34 0 0 0 0-3.831A2.34 2.34 0 0 1 6.35 6.051a2.34 2.34 0 0 0 3.319-1.915"/><circle cx="12" cy="12" r="3"/>`,"trash-2":f`<path d="M10 11v6"/><path d="M14 11v6"/><path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"/><path d="M3 6h18"/><path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"/>`,search:f`<path d="m21 21-4.34-4.34"/><circle cx="11" cy="11" r="8"/>`,bell:f`<path d="M10.268 21a2 2 0 0 0 3.464 0"/><path d="M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326"/>`,"volume-2":f`<path d="M11 4.702a.705.705 0 0 0-1.203-.498L6.413 7.587A1.4 1.4 0 0 1 5.416 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.416a1.4 1.4 0 0 1 .997.413l3.383 3.384A.705.705 0 0 0 11 19.298z"/><path d="M16 9a5 5 0 0 1 0 6"/><path d="M19.364 18.364a9 9 0 0 0 0-12.728"/>`,"arrow-right":f`<path d="M5 12h14"/><path d="m12 5 7 7-7 7"/>`,"list-filter":f`<path d="M2 5h20"/><path d="M6 12h12"/><path d="M9 19h6"/>`},T=(e,t=16)=>d`<svg class="icon" viewBox="0 0 24 24" width=${t} height=${t} aria-hidden="true">${an[e]}</svg>`;var on=/[\u3400-\u9fff\uf900-\ufaff]/;function ue(e){let t=e.trim().split(/\s+/),s=t.at(-1);if(on.test(s))return[...s].at(-1)??"";let a=[...t[0]][0]??"";return(t.length>1?a+([...s][0]??""):a).toUpperCase()}var rn=6;function ln(e){let t=0;for(let s of e)t=t*31+s.codePointAt(0)>>>0;return t%rn+1}var tt=(e,t="")=>e.picture?d`<img class="avatar ${t}" src="/p/${e.picture}" alt="" width="36" height="36" />`:d`<span class="avatar ${t} tint-${ln(e.id)}" aria-hidden="true"
    >${t==="tiny"?[...ue(e.name)][0]:ue(e.name)}</span
  >`;var Ka=d`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>`;var et=typeof navigator<"u"&&/Mac|iPhone|iPad/.test(navigator.platform),cn={Enter:"↵",Escape:"Esc",ArrowUp:"↑",ArrowDown:"↓",ArrowLeft:"←",ArrowRight:"→"," ":"Space",Backspace:"⌫",Delete:"Del"},dn=new Set(["Shift","Control","Alt","Meta","AltGraph","CapsLock","Fn","Dead","Process","Unidentified"]),ts=/^\p{L}$/u;function es(e,t=et){if(e.isComposing||e.keyCode===229||dn.has(e.key))return null;let s=e.getModifierState?.("AltGraph")??!1,a=t?e.metaKey:e.ctrlKey&&!s;if(t?e.ctrlKey:e.metaKey)return null;let{key:r}=e,o=/^Key([A-Z])$/.exec(e.code??"");r.length===1&&r.charCodeAt(0)>127&&o&&(r=o[1]);let c=ts.test(r),l=r.length>1||r===" ",h=[];return a&&h.push("mod"),e.altKey&&!s&&h.push("Alt"),e.shiftKey&&(c||l)&&h.push("Shift"),h.push(c?r.toLowerCase():r),h.join("+")}function qt(e){let t=e.trim().split(/ +/).filter(Boolean);if(t.length===0||t.length>2)return null;let s=t.map(a=>{let n=a.split("+"),r=a.endsWith("+")?"+":n.at(-1),o=n.slice(0,a.endsWith("+")?-2:-1).map($=>$.toLowerCase());if(!o.every($=>["mod","alt","shift"].includes($)))return null;let l=ts.test(r)?r.toLowerCase():r.length>1?r[0].toUpperCase()+r.slice(1):r;return[...[["mod","mod"],["alt","Alt"],["shift","Shift"]].flatMap(([$,g])=>o.includes($)?[g]:[]),l].join("+")});return s.every(Boolean)?s.join(" "):null}function me(e,t=et){return e?e.split(" ").flatMap(s=>(s==="+"?["+"]:s.split("+")).map(n=>n==="mod"?t?"⌘":"Ctrl":n==="Shift"?t?"⇧":"Shift":n==="Alt"?t?"⌥":"Alt":cn[n]??(n.length===1?n.toUpperCase():n))):[]}var ss=e=>me(e).join(et?"":" "),ns=e=>e.startsWith("mod+")||e.startsWith("Alt+");var Ft=[],pn=0,un=0;var mn=()=>!!history.state?.layer&&!Ft.some(e=>e.id===history.state.layer);function Vt(e){let t=pn+=1;return history[mn()?"replaceState":"pushState"]({...history.state,layer:t},""),Ft.push({id:t,close:e}),()=>{let s=Ft.findIndex(a=>a.id===t);s<0||(Ft.splice(s,1),setTimeout(()=>{history.state?.layer===t&&(un+=1,history.back())}))}}var as=6,N=null,St=null,he=null;function hn(e){let t=d`${e.mark?d`<span class="menu-mark">${e.mark}</span>`:u}<span class="menu-label"
      >${e.label}</span
    >${e.hint?d`<span class="menu-hint">${e.hint}</span>`:u}${e.checked?d`<span class="menu-check">${T("check")}</span>`:u}`;if(e.href)return d`<a class="menu-item" role="menuitem" tabindex="-1" href=${e.href} target="_blank" rel="noopener">${t}</a>`;let s=()=>{zt(),e.run?.()};return e.checked===void 0?d`<button class="menu-item" role="menuitem" tabindex="-1" @click=${s}>${t}</button>`:d`<button class="menu-item" role="menuitemradio" aria-checked=${e.checked} tabindex="-1" @click=${s}>
        ${t}
      </button>`}function fn(e){let t=[...N?.querySelectorAll(".menu-item")??[]],s=t.indexOf(document.activeElement),a={ArrowDown:s+1,ArrowUp:s-1,Home:0,End:t.length-1}[e.key];if(e.key==="Tab")return zt();a!==void 0&&(e.preventDefault(),t[(a+t.length)%t.length]?.focus())}function gn(e,t,s){let{width:a,height:n}=e.getBoundingClientRect(),r=Math.max(8,Math.min(t.left,innerWidth-a-8)),o=t.bottom+as,c=s||o+n>innerHeight-8?Math.max(8,t.top-as-n):o;e.style.setProperty("left",`${r}px`),e.style.setProperty("top",`${c}px`)}function zt(){N?.matches(":popover-open")&&N.hidePopover()}function is(e,t,s,a={}){if(N?.matches(":popover-open")){let o=St===e;if(zt(),o)return}N||(N=document.createElement("div"),N.className="menu",N.popover="auto",N.addEventListener("keydown",fn),N.addEventListener("toggle",o=>{o.newState==="closed"&&(he?.(),he=null,St?.setAttribute("aria-expanded","false"),(document.activeElement===document.body||N?.contains(document.activeElement))&&St?.focus(),St=null)}),(document.querySelector("main")??document.body).append(N));let n=N;St=e,U(d`${a.head??u}
      <div role="menu" aria-label=${t}>
        ${s.filter(o=>o.items.length>0).map(o=>d`<div class="menu-group" role="group" aria-label=${o.label??t}>
              ${o.label?d`<div class="menu-head" aria-hidden="true">${o.label}</div>`:u}
              ${o.items.map(hn)}
            </div>`)}
      </div>`,n),e.setAttribute("aria-expanded","true"),n.showPopover(),matchMedia("(max-width: 720px)").matches&&(he=Vt(zt)),gn(n,e.getBoundingClientRect(),a.above??!1),(n.querySelector('[aria-checked="true"]')??n.querySelector(".menu-item"))?.focus()}var $n=["online","away","offline"],vn=["auto","light","dark"],yn={auto:"sun-moon",light:"sun",dark:"moon"},bn=[{id:"zh-CN",label:"中文"},{id:"en",label:"English"}];function os(e,t,s,a="inbox"){let n=()=>d`<div class="me-head">
      ${tt(e.agent)}
      <div><strong>${e.agent.name}</strong><span>${e.agent.email}</span></div>
    </div>`,r=o=>is(o.currentTarget,i("agent.menu"),[{label:i("agent.state"),items:$n.map(c=>({label:i(`agent.state_${c}`),mark:d`<i class="presence ${c==="online"?"on":c}"></i>`,checked:e.agent.availability===c,run:()=>s.availability(c)}))},{label:i("agent.language"),items:bn.map(({id:c,label:l})=>({label:l,checked:C===c,run:()=>s.language(c)}))},{label:i("agent.theme"),items:vn.map(c=>({label:i(`agent.theme_${c}`),mark:T(yn[c]),checked:t.theme.value===c,run:()=>s.theme(c)}))},{items:[...t.phone.value?[{label:i("palette.title"),mark:T("search"),run:s.palette}]:[{label:i("agent.keys"),hint:"?",mark:T("keyboard"),run:()=>t.dialog.value="keys"},{label:i("agent.docs"),mark:T("book-open"),href:"/docs"}]]},{items:[{label:i("agent.sign_out"),mark:T("log-out"),run:()=>s.signOut(!1)},{label:i("agent.sign_out_everywhere"),mark:T("power"),run:()=>s.signOut(!0)}]}],{above:!0,head:n()});return()=>{e.ticks.frame.value;let o=e.book.counts?.waiting??0,c=e.agent.availability,l=document.querySelector('meta[name="assets"]')?.getAttribute("content")??"";return d`<img class="rail-logo" src="${l}/img/logo.svg" width="36" height="36" alt="" />
      <a class="rail-item" href="/inbox" aria-current=${a==="inbox"?"page":u}>
        <span class="rail-icon"
          >${T("inbox",t.phone.value?24:20)}${o?d`<span class="badge" aria-hidden="true">${o>99?"99+":o}</span>`:u}</span
        >
        <span>${i("inbox.title")}</span>
        ${o?d`<span class="hidden">${W("inbox.waiting_count",o)}</span>`:u}
      </a>
      <button
        class="rail-item rail-find no-phone"
        aria-haspopup="dialog"
        aria-keyshortcuts=${et?"Meta+K":"Control+K"}
        title=${`${i("palette.title")} · ${ss("mod+k")}`}
        @click=${s.palette}
      >
        <span class="rail-icon">${T("search",20)}</span><span>${i("palette.find")}</span>
      </button>
      <a class="rail-item" href="/settings" aria-current=${a==="settings"?"page":u}>
        <span class="rail-icon">${T("settings",t.phone.value?24:20)}</span>
        <span>${i("settings.title")}</span>
      </a>
      <button
        class="rail-me"
        aria-haspopup="menu"
        aria-expanded="false"
        @click=${r}
      >
        <span class="me-face">${tt(e.agent)}<i class="presence ${c==="online"?"on":c}"></i></span>
        <span class="hidden">${i("agent.menu_of",{name:e.agent.name,state:i(`agent.state_${c}`)})}</span>
        <span class="only-phone" aria-hidden="true">${i("common.me")}</span>
      </button>`}}var rs=new Set([...[..."acvxwtnqrpfo"].map(e=>`mod+${e}`),"Tab","Shift+Tab","Escape"," ","ArrowUp","ArrowDown","ArrowLeft","ArrowRight","Home","End","PageUp","PageDown"]),ls=new Set(["back","open","send","undo_send"]),_n="none";function fe(e,t={}){let s=new Map,a=new Map,n=Object.entries(t).filter(([o])=>o in e&&!ls.has(o));for(let[o,c]of n){let l=c===_n?"":qt(c);l===null||l&&s.has(l)||(l&&s.set(l,o),a.set(o,l))}for(let[o,{key:c}]of Object.entries(e)){let l=c&&qt(c);a.has(o)||!l||s.has(l)||(s.set(l,o),a.set(o,l))}let r=new Set([...s.keys()].filter(o=>o.includes(" ")).map(o=>o.split(" ")[0]));return{keyOf:o=>a.get(o)??"",actionOf:o=>s.get(o)??null,opens:o=>r.has(o),against(o,c){let l=qt(c);if(!l)return{problem:"malformed"};if(rs.has(l)||rs.has(l.split(" ")[0]))return{problem:"reserved"};let h=s.get(l);return h&&h!==o?ls.has(h)?{problem:"reserved"}:{problem:"taken",by:h}:r.has(l)||l.includes(" ")&&s.has(l.split(" ")[0])?{problem:"pair"}:null},keyless:()=>Object.keys(e).filter(o=>e[o].key&&!a.get(o))}}var wn=1500,xn=e=>e instanceof HTMLElement&&(e.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName));function cs({keymap:e,actions:t,waiting:s}){let a=null,n=null,r=()=>{a!==null&&(clearTimeout(n),a=null,s?.(null))};addEventListener("keydown",o=>{if(o.defaultPrevented||o.repeat&&a)return;let c=es(o);if(!c)return;if(document.querySelector("dialog[open], .menu:popover-open"))return r();let l=e(),h=!xn(o.target),$=a===null?null:`${a} ${c}`,g=a!==null;if(r(),!g&&h&&l.opens(c)){a=c,n=setTimeout(r,wn),s?.(c),o.preventDefault();return}let p=($&&l.actionOf($))??l.actionOf(c),m=p?t[p]:null;!m||!h&&!ns(c)&&!m.field||m.when?.()===!1||(o.preventDefault(),m.run())})}var ge=(e,t)=>t===0||/[\s·.,/\-_:：，（(「]/.test(e[t-1]);function kn(e,t){let s=-1;for(let a=t.indexOf(e);a>=0;a=t.indexOf(e,a+1))if(s<0&&(s=a),ge(t,a)){s=a;break}if(s>=0)return{score:(s===0?e.length===t.length?100:60:ge(t,s)?40:20)-s/100,spans:[[s,s+e.length]]};if(e.length<2)return null;for(let a=t.indexOf(e[0]);a>=0;a=t.indexOf(e[0],a+1)){let n=[[a,a+1]],r=a;for(let o of e.slice(1)){let c=t.indexOf(o,r+1);if(!(c>=0&&(c-r<=4||ge(t,c)))){n.length=0;break}let h=n[n.length-1];c===h[1]?h[1]+=1:n.push([c,c+1]),r=c}if(n.length)return{score:5-n.length/10,spans:n}}return null}function ds(e,t,s=""){let a=e.toLowerCase().split(/\s+/).filter(Boolean),n=t.toLowerCase(),r=s.toLowerCase(),o=0,c=[];for(let l of a){let h=kn(l,n);if(h)o+=h.score,c.push(...h.spans);else if(r.includes(l))o+=1;else return null}return{score:o,spans:An(c)}}function An(e){let t=[];for(let[s,a]of e.sort((n,r)=>n[0]-r[0])){let n=t[t.length-1];n&&s<=n[1]?n[1]=Math.max(n[1],a):t.push([s,a])}return t}function ps(e,t){let s=[],a=0;for(let[n,r]of t)n>a&&s.push({text:e.slice(a,n),hit:!1}),s.push({text:e.slice(n,r),hit:!0}),a=r;return a<e.length&&s.push({text:e.slice(a),hit:!1}),s}var Mn=["selection","conversation","assign","view","recent","settings","desk"],En=8,us=10;function ms(e,t){let s=t.trim(),a=[];for(let o of e){if(!s){o.asked||a.push({entry:o,spans:[],score:0});continue}let c=ds(s,o.label,`${o.hint??""} ${o.more??""}`);c&&a.push({entry:o,...c})}let n=a.filter(o=>o.score>=us||o.spans.length===0);n.some(o=>o.score>=us)&&(a=n);let r=Mn.map(o=>({name:o,hits:a.filter(c=>c.entry.group===o).sort((c,l)=>l.score-c.score).slice(0,En).map(({entry:c,spans:l})=>({entry:c,spans:l}))})).filter(o=>o.hits.length>0);return{groups:r,flat:r.flatMap(o=>o.hits)}}var hs=(e,t,s)=>s===0?0:(e+t+s)%s;var Sn=e=>e?d`<span class="palette-keys">${me(e).map(t=>d`<kbd>${t}</kbd>`)}</span>`:u;function fs({entries:e,subject:t,next:s,phone:a}){let n=P(!1),r=P(""),o=P(0),c=P([]),l=le(()=>ms(c.value,r.value)),h=null,$=()=>document.getElementById("palette"),g=()=>$()?.close(),p=()=>{n.value=!1,h?.(),h=null},m=()=>{if(n.peek())return g();c.value=e(),r.value="",o.value=0,n.value=!0,a()&&(h=Vt(g))},_=(y,A)=>{g(),y.run(),A&&y.next&&s()},x=y=>{o.value=hs(o.value,y,l.value.flat.length),document.getElementById(`palette-${o.value}`)?.scrollIntoView({block:"nearest"})},F=y=>{if(y.isComposing||y.keyCode===229)return;let A={ArrowDown:1,ArrowUp:-1,PageDown:5,PageUp:-5}[y.key];if(A!==void 0)x(A);else if(y.key==="Enter"){let E=l.value.flat[o.value];E&&_(E.entry,y.metaKey||y.ctrlKey)}else if(y.key.toLowerCase()==="k"&&(et?y.metaKey:y.ctrlKey))g();else return;y.preventDefault()},j=({entry:y,spans:A},E)=>{let D=E===o.value;return d`<div
      class="palette-item ${D?"active":""}"
      id="palette-${E}"
      role="option"
      aria-selected=${D}
      @click=${Z=>_(y,Z.metaKey||Z.ctrlKey)}
      @pointermove=${()=>o.peek()!==E&&(o.value=E)}
    >
      <span class="palette-mark">${y.mark??u}</span>
      <span class="palette-label"
        ><span>${ps(y.label,A).map(Z=>Z.hit?d`<b>${Z.text}</b>`:Z.text)}</span
        >${y.hint?d` <span class="palette-hint">${y.hint}</span>`:u}</span
      >
      ${y.current?d`<span class="palette-now">${T("check")}<span class="hidden">${i("palette.current")}</span></span>`:u}
      ${Sn(y.key??"")}
    </div>`},b=()=>{let y=0;return l.value.groups.map(A=>d`<div role="group" aria-labelledby="palette-head-${A.name}">
        <div class="palette-head" id="palette-head-${A.name}">
          ${i(`palette.group_${A.name}`,{subject:q(t)??""})}
        </div>
        ${A.hits.map(E=>j(E,y++))}
      </div>`)};return{open:m,close:g,view:()=>{if(!n.value)return u;let{flat:y}=l.value,A=q(t);return d`<dialog
        class="palette"
        id="palette"
        aria-label=${i("palette.title")}
        @close=${p}
        @click=${E=>E.target===E.currentTarget&&g()}
      >
        <div class="palette-field">
          ${A?d`<span class="palette-chip">${A}</span>`:d`<span class="palette-lens">${T("search",18)}</span>`}
          <input
            id="palette-query"
            type="text"
            role="combobox"
            aria-expanded="true"
            aria-controls="palette-list"
            aria-autocomplete="list"
            aria-activedescendant=${y.length?`palette-${o.value}`:u}
            aria-label=${A?i("palette.label_about",{subject:A}):i("palette.label")}
            placeholder=${i("palette.placeholder")}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            enterkeyhint="go"
            @input=${E=>{r.value=E.target.value,o.value=0,document.getElementById("palette-list")?.scrollTo(0,0)}}
            @keydown=${F}
          />
          <button class="palette-esc" type="button" aria-label=${i("palette.close")} @click=${g}>
            <kbd class="no-phone">Esc</kbd><span class="only-phone">${T("x",20)}</span>
          </button>
        </div>
        <div class="palette-list" id="palette-list" role="listbox" aria-label=${i("palette.results")}>${b()}</div>
        ${y.length?u:d`<p class="palette-none">${i("palette.nothing",{query:r.value})}</p>`}
        <div class="palette-foot">
          <span class="no-phone" aria-hidden="true"
            ><span><kbd>↑</kbd><kbd>↓</kbd>${i("palette.key_move")}</span><span><kbd>↵</kbd>${i("palette.key_run")}</span
            ><span><kbd>${et?"⌘↵":"Ctrl ↵"}</kbd>${i("palette.key_next")}</span></span
          >
          <span role="status">${W("palette.count",y.length)}</span>
        </div>
      </dialog>`},around:{after(){let y=$();!y||y.open||(y.showModal(),document.getElementById("palette-query")?.focus())}}}}var gs=[{id:"channels",label:"settings.group_channels"},{id:"answering",label:"settings.group_answering"},{id:"team",label:"settings.group_team"},{id:"me",label:"settings.group_me"}],Tn=[{id:"widget",group:"channels",label:"settings.widget",keywords:"settings.find_widget",manage:!0},{id:"team",group:"team",label:"settings.team",keywords:"settings.find_team",manage:!0},{id:"shop",group:"team",label:"settings.shop",keywords:"settings.find_shop",manage:!0},{id:"about",group:"team",label:"settings.about",keywords:"settings.find_about",manage:!1},{id:"profile",group:"me",label:"settings.profile",keywords:"settings.find_profile",manage:!1},{id:"sessions",group:"me",label:"settings.sessions",keywords:"settings.find_sessions",manage:!1},{id:"tokens",group:"me",label:"settings.tokens",keywords:"settings.find_tokens",manage:!1}],Gt=e=>Tn.filter(t=>!t.manage||e!=="agent");var $e=6e4,ve=60*$e,ye=24*ve,Cn=new Intl.DateTimeFormat(C,{hour:"2-digit",minute:"2-digit",hourCycle:"h23"}),On=new Intl.DateTimeFormat(C,{weekday:"short"}),Ei=new Intl.DateTimeFormat(C,{weekday:"long"}),Pn=new Intl.DateTimeFormat(C,{day:"numeric",month:C==="zh-CN"?"long":"short"}),In=new Intl.DateTimeFormat(C,{day:"numeric",month:"short",year:"numeric"}),Si=new Intl.DateTimeFormat(C,{month:C==="zh-CN"?"short":"long"}),Ti=new Intl.DateTimeFormat(C,{year:"numeric"}),Hn=new Intl.DateTimeFormat(C,{dateStyle:"long",timeStyle:"medium",hourCycle:"h23"});function Dn(e,t){let s=a=>new Date(a.getFullYear(),a.getMonth(),a.getDate()).getTime();return Math.round((s(new Date(t))-s(e))/ye)}function yt(e,t){let s=Math.max(0,t-Date.parse(e));return s<$e?i("common.now"):s<ve?i("common.minutes",{count:Math.floor(s/$e)}):s<ye?i("common.hours",{count:Math.floor(s/ve)}):i("common.days",{count:Math.floor(s/ye)})}function be(e,t){let s=new Date(e),a=Dn(s,t);return a<=0?Cn.format(s):a===1?i("common.yesterday"):a<7?On.format(s):s.getFullYear()===new Date(t).getFullYear()?Pn.format(s):In.format(s)}var Y=e=>Hn.format(new Date(e));var $s=e=>Gt(e).map(t=>({id:`settings:${t.id}`,group:"settings",label:i("palette.settings_page",{name:i(t.label)}),more:`settings ${t.id} ${i(t.keywords)}`,mark:T("settings",18),asked:!0,run:()=>location.assign(`/settings/${t.id}`)}));var ys=({csrf:e,signedOut:t})=>async(s,a,n)=>{try{return await te(s,`/api/v1${a}`,n,e)}catch(r){throw r instanceof V&&r.status===401&&t(),r}},Ln=["image/png","image/jpeg","image/webp"],vs=120*1024;async function Nn(e,t){let s=await createImageBitmap(e),a=Math.min(1,t/Math.max(s.width,s.height));if(a===1&&e.size<=vs&&Ln.includes(e.type))return e;let n=document.createElement("canvas");for(let r=a;;r*=.8){n.width=Math.max(1,Math.round(s.width*r)),n.height=Math.max(1,Math.round(s.height*r)),n.getContext("2d").drawImage(s,0,0,n.width,n.height);let o=await new Promise(c=>n.toBlob(c,"image/webp",.85));if(o&&(o.size<=vs||r<.1))return o}}var bs=({csrf:e,signedOut:t})=>async(s,a)=>{let n=await Nn(s,a).catch(()=>{throw new V(400,{code:"invalid"},null)}),r;try{r=await fetch("/api/v1/pictures",{method:"POST",headers:{"x-csrf-token":e,"content-type":n.type||"application/octet-stream"},credentials:"same-origin",body:n})}catch{throw new V(0,null,null)}if(r.status===401&&t(),!r.ok)throw new V(r.status,null,null);return(await r.json()).picture};var Rn={search:f`<path d="m21 21-4.34-4.34"/><circle cx="11" cy="11" r="8"/>`,bubble:f`<path d="M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719"/>`,out:f`<path d="M15 3h6v6"/><path d="M10 14 21 3"/><path d="M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6"/>`,users:f`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><path d="M16 3.128a4 4 0 0 1 0 7.744"/><path d="M22 21v-2a4 4 0 0 0-3-3.87"/><circle cx="9" cy="7" r="4"/>`,user:f`<path d="M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2"/><circle cx="12" cy="7" r="4"/>`,check:f`<path d="M20 6 9 17l-5-5"/>`,done:f`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`,alert:f`<circle cx="12" cy="12" r="10"/><line x1="12" x2="12" y1="8" y2="12"/><line x1="12" x2="12.01" y1="16" y2="16"/>`,copy:f`<rect width="14" height="14" x="8" y="8" rx="2" ry="2"/><path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"/>`,clock:f`<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>`,quote:f`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/><path d="M7 11h10"/><path d="M7 15h6"/><path d="M7 7h8"/>`,tag:f`<path d="M12.586 2.586A2 2 0 0 0 11.172 2H4a2 2 0 0 0-2 2v7.172a2 2 0 0 0 .586 1.414l8.704 8.704a2.426 2.426 0 0 0 3.42 0l6.58-6.58a2.426 2.426 0 0 0 0-3.42z"/><circle cx="7.5" cy="7.5" r=".5" fill="currentColor"/>`,store:f`<path d="M15 21v-5a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v5"/><path d="M17.774 10.31a1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.451 0 1.12 1.12 0 0 0-1.548 0 2.5 2.5 0 0 1-3.452 0 1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.77-3.248l2.889-4.184A2 2 0 0 1 7 2h10a2 2 0 0 1 1.653.873l2.895 4.192a2.5 2.5 0 0 1-3.774 3.244"/><path d="M4 10.95V19a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8.05"/>`,drive:f`<path d="M10 16h.01"/><path d="M2.212 11.577a2 2 0 0 0-.212.896V18a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-5.527a2 2 0 0 0-.212-.896L18.55 5.11A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/><path d="M21.946 12.013H2.054"/><path d="M6 16h.01"/>`,info:f`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`,bell:f`<path d="M10.268 21a2 2 0 0 0 3.464 0"/><path d="M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326"/>`,monitor:f`<rect width="20" height="14" x="2" y="3" rx="2"/><path d="M8 21h8"/><path d="M12 17v4"/>`,smartphone:f`<rect width="14" height="20" x="5" y="2" rx="2" ry="2"/><path d="M12 18h.01"/>`,code:f`<path d="m18 16 4-4-4-4"/><path d="m6 8-4 4 4 4"/><path d="m14.5 4-5 16"/>`,plus:f`<path d="M5 12h14"/><path d="M12 5v14"/>`,x:f`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`,trash:f`<path d="M10 11v6"/><path d="M14 11v6"/><path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"/><path d="M3 6h18"/><path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"/>`,pencil:f`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>`,download:f`<path d="M12 15V3"/><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"/><path d="m7 10 5 5 5-5"/>`,up:f`<path d="m18 15-6-6-6 6"/>`,down:f`<path d="m6 9 6 6 6-6"/>`,sun:f`<circle cx="12" cy="12" r="4"/><path d="M12 2v2"/><path d="M12 20v2"/><path d="m4.93 4.93 1.41 1.41"/><path d="m17.66 17.66 1.41 1.41"/><path d="M2 12h2"/><path d="M20 12h2"/><path d="m6.34 17.66-1.41 1.41"/><path d="m19.07 4.93-1.41 1.41"/>`,moon:f`<path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"/>`,square:f`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/>`,headset:f`<path d="M3 11h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-5Zm0 0a9 9 0 1 1 18 0m0 0v5a2 2 0 0 1-2 2h-1a2 2 0 0 1-2-2v-3a2 2 0 0 1 2-2h3Z"/><path d="M21 16v2a4 4 0 0 1-4 4h-5"/>`,leaf:f`<path d="M11 20A7 7 0 0 1 9.8 6.1C15.5 5 17 4.48 19 2c1 2 2 4.18 2 8 0 5.5-4.78 10-10 10Z"/><path d="M2 21c0-3 1.85-5.36 5.08-6C9.5 14.52 12 13 13 12"/>`,"chevron-left":f`<path d="m15 18-6-6 6-6"/>`,"chevron-right":f`<path d="m9 18 6-6-6-6"/>`},I=(e,t=16)=>d`<svg class="icon" viewBox="0 0 24 24" width=${t} height=${t} aria-hidden="true">${Rn[e]}</svg>`;var jn=5e3,Bn={widget:"bubble",hours:"clock",canned:"quote",labels:"tag",team:"users",shop:"store",data:"drive",about:"info",profile:"user",notifications:"bell",sessions:"monitor",tokens:"code"};function _s({me:e,asked:t,shown:s,schedule:a,phone:n}){let r=document.getElementById("settings"),o=null,c=null,l=null,h=null,$="",g=!1,p=!1,m=()=>{g||(g=!0,a(()=>{g=!1,Gs()}))},_=(v,w={})=>{clearTimeout(l),c={text:v,bad:w.bad??!1,action:w.action},l=setTimeout(()=>{c=null,m()},jn),m()},x=v=>{let k={0:"error.unreachable",403:"error.forbidden",404:"error.not_found",409:"error.conflict",429:"error.rate_limited",503:"error.unavailable",400:"error.invalid",422:"error.invalid"}[v?.status];_(k?i(k):i("error.unexpected"),{bad:!0})},F=v=>new Promise(w=>{h={...v,typed:"",answer:k=>{h=null,m(),w(k)}},m()}),j=()=>o?.form?o.form.changes.length:0,b=async()=>{if(!(!o?.form||j()===0))try{await o.form.save()?_(i("settings_frame.saved")):requestAnimationFrame(()=>r.querySelector('[aria-invalid="true"]')?.focus())}catch(v){x(v)}};r.addEventListener("click",async v=>{let w=v.target.closest?.("a[href]");!(w instanceof HTMLAnchorElement)||w.target||w.origin!==location.origin||j()===0||v.metaKey||v.ctrlKey||v.shiftKey||(v.preventDefault(),!await F({title:i("settings_frame.leave_title"),text:W("settings_frame.leave_text",j()),confirm:i("settings_frame.leave"),cancel:i("settings_frame.stay")}))||(p=!0,location.assign(w.href))}),addEventListener("beforeunload",v=>{!p&&j()>0&&v.preventDefault()});let y=/Mac|iPhone|iPad/.test(navigator.platform);addEventListener("keydown",v=>{v.isComposing||document.querySelector("dialog[open], .menu:popover-open")||((y?v.metaKey:v.ctrlKey)&&v.key.toLowerCase()==="s"?(v.preventDefault(),b()):v.key==="/"&&!(v.target instanceof HTMLElement&&/^(INPUT|TEXTAREA|SELECT)$/.test(v.target.tagName))&&(v.preventDefault(),document.getElementById("settings-search")?.focus()))});let A=Gt(e.agent.role),E=()=>{let v=$.trim().toLowerCase().split(/\s+/).filter(Boolean);return A.filter(w=>{let k=`${i(w.label)} ${i(w.keywords)}`.toLowerCase();return v.every(O=>k.includes(O))})},D=()=>{let v=E(),w=t||(n()?"":s),k=i("settings.title");return d`${w?d`<p class="pages-title">${k}</p>`:d`<h1 class="pages-title">${k}</h1>`}
      <div class="pages-search" role="search">
        ${I("search")}
        <input
          id="settings-search"
          type="search"
          placeholder=${i("settings_frame.search")}
          aria-label=${i("settings_frame.search")}
          autocomplete="off"
          .value=${L($)}
          @input=${O=>{$=O.target.value,m()}}
          @keydown=${O=>{O.isComposing||(O.key==="Enter"&&v[0]&&r.querySelector(".pages-link")?.click(),O.key==="Escape"&&$&&($="",m()))}}
        /><kbd class="no-phone" aria-hidden="true">/</kbd>
      </div>
      <nav class="pages-list" aria-label=${i("settings.title")}>
        ${gs.map(O=>{let _t=v.filter(X=>X.group===O.id);return _t.length===0?u:d`<p class="pages-group" id="group-${O.id}">${i(O.label)}</p>
            <ul aria-labelledby="group-${O.id}">
              ${_t.map(X=>d`<li>
                    <a class="pages-link" href="/settings/${X.id}" aria-current=${X.id===w?"page":u}
                      >${I(Bn[X.id])}<span>${i(X.label)}</span>${I("chevron-right")}</a
                    >
                  </li>`)}
            </ul>`})}
        ${v.length===0?d`<p class="pages-none" role="status">${i("settings_frame.nothing",{text:$})}</p>`:u}
      </nav>`},Z=()=>{let v=o?.form;if(!v||v.phase!=="ready")return u;let w=v.changes.length,k=Object.keys(v.errors).length,O=o?.words??{save:"settings_frame.make_live",changes:"settings_frame.not_live"};return d`<footer class="page-bar" data-changes=${w}>
      <p role="status">
        ${k?d`<span class="bad">${W("settings_frame.wrong",k)}</span>`:w?W(O.changes,w):i("settings_frame.all_saved")}
      </p>
      ${w?d`<button type="button" class="button quiet" @click=${()=>v.revert()}>${i("settings_frame.revert")}</button>
            <button type="button" class="button primary" aria-busy=${v.busy} @click=${b}>
              ${i(O.save)}<kbd class="no-phone" aria-hidden="true">${y?"⌘":"Ctrl "}S</kbd>
            </button>`:u}
    </footer>`},Fs=()=>{if(!o)return u;let v=A.find(k=>k.id===s),w=o.form;return d`<section class="page" aria-labelledby="page-title">
        <header class="page-head">
          <a class="icon-button only-phone" href="/settings" aria-label=${i("common.back")}>${I("chevron-left",22)}</a>
          <h1 id="page-title" tabindex="-1">${v?i(v.label):""}</h1>
          ${o.status?.()??u}
        </header>
        ${o.tabs?d`<div class="page-tabs" role="tablist" aria-labelledby="page-title" @keydown=${Vs}>
              ${o.tabs.map(k=>d`<button
                    type="button"
                    role="tab"
                    id="tab-${k.id}"
                    aria-controls="page-body"
                    aria-selected=${k.id===o?.tab}
                    tabindex=${k.id===o?.tab?0:-1}
                    @click=${()=>o?.choose?.(k.id)}
                  >
                    ${k.label}
                  </button>`)}
            </div>`:u}
        <div
          class="page-body"
          id="page-body"
          role=${o.tabs?"tabpanel":u}
          aria-labelledby=${o.tabs?`tab-${o.tab}`:u}
          tabindex="0"
        >
          <div class="page-content">
            ${w?.phase==="failed"?d`<p class="page-failed" role="alert">
                  ${i("settings_frame.load_failed")}
                  <button type="button" class="text-button" @click=${()=>w.load()}>${i("common.retry")}</button>
                </p>`:w?.phase==="loading"?d`<p class="page-loading" role="status">${i("common.loading")}</p>`:o.body()}
          </div>
        </div>
        ${Z()}
      </section>
      ${o.aside&&w?.phase!=="loading"&&w?.phase!=="failed"?o.aside():u}`};function Vs(v){let w=o?.tabs??[],k=w.findIndex(X=>X.id===o?.tab),O={ArrowRight:k+1,ArrowLeft:k-1,Home:0,End:w.length-1}[v.key];if(O===void 0)return;v.preventDefault();let _t=w[(O+w.length)%w.length];o?.choose?.(_t.id),requestAnimationFrame(()=>document.getElementById(`tab-${_t.id}`)?.focus())}let zs=()=>{if(!h)return u;let v=h,w=!v.type||v.typed.trim()===v.type;return d`<dialog
      class="dialog"
      aria-labelledby="dialog-title"
      @close=${()=>h===v&&v.answer(!1)}
      @click=${k=>k.target===k.currentTarget&&v.answer(!1)}
    >
      <form
        class="dialog-body"
        method="dialog"
        @submit=${k=>{k.preventDefault(),w&&v.answer(!0)}}
      >
        <h2 id="dialog-title">${v.title}</h2>
        ${v.text?d`<p>${v.text}</p>`:u} ${v.content??u}
        ${v.type?d`<div class="set-field dialog-type">
              <label for="dialog-typed">${i("settings_frame.type_it")} <code>${v.type}</code></label>
              <input
                id="dialog-typed"
                class="input mono"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                .value=${L(v.typed)}
                @input=${k=>{v.typed=k.target.value,m()}}
              />
            </div>`:u}
        <div class="dialog-actions">
          <button type="button" class="button" @click=${()=>v.answer(!1)}>${v.cancel??i("settings_frame.cancel")}</button>
          <button type="submit" class="button primary" ?disabled=${!w}>${v.confirm}</button>
        </div>
      </form>
    </dialog>`};U(d`<nav class="rail" aria-label=${i("inbox.navigation")}></nav>
      <section class="pages" aria-label=${i("settings_frame.pages")}></section>
      <div class="sheet page-sheet"></div>
      <div class="toasts" role="status"></div>
      <div class="dialogs"></div>
      <div class="palette-place"></div>`,r);let mt=v=>r.querySelector(`.${v}`);function Gs(){r.dataset.pane=t?"page":"list",r.dataset.aside=String(!!o?.aside),U(D(),mt("pages")),U(t||!n()?Fs():u,mt("page-sheet")),U(c?d`<div class="toast ${c.bad?"toast-bad":""}">
            ${I(c.bad?"alert":"done",18)}<span>${c.text}</span>
            ${c.action?d`<button class="text-button" @click=${c.action.run}>${c.action.label}</button>`:u}
          </div>`:u,mt("toasts")),U(zs(),mt("dialogs"));let v=r.querySelector(".dialogs dialog");v instanceof HTMLDialogElement&&!v.open&&v.showModal()}return{rail:mt("rail"),palette:mt("palette-place"),changed:m,say:_,failed:x,ask:F,save:b,unsaved:j,show(v){o=v,v.start?.(),v.form&&v.form.load(),m()}}}var _e=e=>`f-${e.replace(/[^\w-]/g,"-")}`;function ws(e,t){let s=e.errors[t];return d`<p class="field-error" id="${_e(t)}-error" role="alert">${s??""}</p>`}var xs=(e,t,s)=>d`<div class="set-label"><label for=${t}>${e}</label>${s?d`<span class="field-hint">${s}</span>`:u}</div>`;function Tt(e,t,s){let a=_e(t);return d`<div class="set-field">
    ${xs(s.label,a,s.note)}
    <div class="set-box">
      <input
        id=${a}
        class="input ${s.mono?"mono":""}"
        type=${s.type??"text"}
        placeholder=${s.placeholder??u}
        maxlength=${s.max??u}
        autocomplete=${s.autocomplete??"off"}
        inputmode=${s.inputmode??u}
        ?disabled=${s.disabled??!1}
        aria-invalid=${e.errors[t]?"true":u}
        aria-describedby="${a}-hint ${a}-error"
        .value=${L(e.get(t)??"")}
        @input=${n=>e.set(t,n.target.value)}
      />${s.tail??u}
    </div>
    <p class="field-hint" id="${a}-hint">${s.hint??u}</p>
    ${ws(e,t)}
  </div>`}var Kt=(e,t,s,a,n)=>d`<span class="select"
    ><select id=${e} aria-label=${n??u} @change=${r=>a(r.target.value)}>
      ${t.map(r=>d`<option value=${r.value} ?selected=${L(r.value===s)}>${r.label}</option>`)}
    </select></span
  >`;function ks(e,t,s){let a=_e(t);return d`<div class="set-field">
    ${xs(s.label,a,s.note)}
    ${Kt(a,s.options,String(e.get(t)),n=>e.set(t,n))}
    <p class="field-hint">${s.hint??u}</p>
    ${ws(e,t)}
  </div>`}var st=(e,t,s,a)=>d`<div class="segments" role="group" aria-label=${e}>
    ${t.map(n=>d`<button
          type="button"
          class="segment"
          aria-pressed=${n.value===s}
          aria-label=${n.title??u}
          title=${n.title??u}
          @click=${()=>a(n.value)}
        >
          ${n.label}
        </button>`)}
  </div>`,M=(e,t,s,a)=>d`<section class="set-section">
    <div class="set-head">
      <div>
        <h2>${e}</h2>
        ${s?d`<p>${s}</p>`:u}
      </div>
      ${a??u}
    </div>
    ${t}
  </section>`;function J(e,t,s){return d`<div class="code" role="group" aria-label=${s??u}
    ><code tabindex="0">${t??e}</code
    ><button type="button" class="code-copy" @click=${async n=>{let r=n.currentTarget,o=r.querySelector(".copy-label");try{await navigator.clipboard.writeText(e)}catch{let c=r.parentElement?.querySelector("code");c&&getSelection()?.selectAllChildren(c);return}o.textContent=i("common.copied"),setTimeout(()=>o.textContent=i("common.copy"),2e3)}}>
      ${I("copy",14)}<span class="copy-label" aria-live="polite">${i("common.copy")}</span>
    </button></div
  >`}function nt(e,t){let s={phase:"loading",value:null,async load(){s.value===null&&(s.phase="loading");try{s.value=await e(),s.phase="ready"}catch{s.value===null&&(s.phase="failed")}t()},view(a){return s.value!==null?a(s.value):s.phase==="loading"?d`<p class="page-loading" role="status">${i("common.loading")}</p>`:d`<p class="page-failed" role="alert">
        ${i("settings_frame.load_failed")}
        <button type="button" class="text-button" @click=${()=>s.load()}>${i("common.retry")}</button>
      </p>`}};return s}function As({call:e,changed:t,origin:s}){let a=nt(()=>e("GET","/about"),t);return{start:a.load,body:()=>a.view(n=>{let r=[["version",n.version],["address",s],["started",Y(n.started_at)],["seats",i("settings_about.seats_of",{used:n.seats.used,allowed:n.seats.allowed})],["schema",String(n.schema)],["sqlite",n.sqlite],["log",n.log_epoch]];return d`${M("servicedesk",d`<dl class="facts">${r.map(([o,c])=>d`<dt>${i(`settings_about.${o}`)}</dt><dd>${c}</dd>`)}</dl>`,i("settings_about.intro"),d`<a class="button" href="/docs">${i("settings_about.docs")}</a>`)}
          ${M(i("settings_about.licences"),d`<details class="licences">
              <summary>${i("settings_about.licences_count",{count:n.licences.length})}</summary>
              <div class="table-scroll" tabindex="0" role="region" aria-label=${i("settings_about.licences")}>
                <table>
                  <thead><tr><th scope="col">${i("settings_about.part")}</th><th scope="col">${i("settings_about.version")}</th><th scope="col">${i("settings_about.licence")}</th></tr></thead>
                  <tbody>${n.licences.map(o=>d`<tr><td>${o.name}</td><td>${o.version??u}</td><td>${o.licence}</td></tr>`)}</tbody>
                </table>
              </div>
            </details>`,i("settings_about.licences_intro"))}`})}}var Wt=e=>/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(e)||/^[^\s@]+@localhost$/.test(e);var Un=/(password|passwort|qwerty|asdf|letmein|admin|welcome|iloveyou|woaini|1q2w3e|abc123|12345|11111|00000|88888)/i;function Ms(e){let t=[...e];if(t.length<10)return 0;let s=[/\p{Ll}/u,/\p{Lu}/u,/\d/,/[^\p{L}\d]/u,/\p{Lo}/u].filter(r=>r.test(e)).length,a=new Set(t).size;if(Un.test(e)||a<5)return 1;let n=t.length+2*s+Math.min(a,14)/2;return n<19?2:n<25?3:4}var Es=e=>e!==null&&typeof e=="object"&&!Array.isArray(e);function we(e,t,s=""){return Es(e)&&Es(t)?[...new Set([...Object.keys(e),...Object.keys(t)])].flatMap(n=>we(e[n],t[n],s?`${s}.${n}`:n)):JSON.stringify(e??null)===JSON.stringify(t??null)?[]:[s]}var Ss=e=>structuredClone(e),qn=(e,t)=>t.split(".").reduce((s,a)=>s?.[a],e);function Yt({read:e,write:t,check:s,refused:a,changed:n}){let r={phase:"loading",saved:null,draft:null,busy:!1,errors:{}},o=c=>{r.saved=c,r.draft=Ss(c),r.errors={},r.phase="ready",n()};return Object.assign(r,{async load(){r.phase="loading",n();try{o(await e())}catch{r.phase="failed",n()}},set(c,l){let h=c.split("."),$=h.pop(),g=h.reduce((p,m)=>p[m]??={},r.draft);g[$]=l,delete r.errors[c],n()},get:c=>qn(r.draft,c),get changes(){return r.phase==="ready"?we(r.saved,r.draft):[]},revert(){r.draft=Ss(r.saved),r.errors={},n()},async save(){if(r.busy||r.phase!=="ready")return!1;if(r.errors=s?.(r.draft)??{},Object.keys(r.errors).length>0)return n(),!1;r.busy=!0,n();try{let c=await t(r.draft,we(r.saved,r.draft));return o(c),!0}catch(c){if(r.errors=a?.(c)??{},Object.keys(r.errors).length===0)throw c;return!1}finally{r.busy=!1,n()}}})}function Ts(e,t,{upload:s,failed:a,most:n,choose:r,remove:o}){let c=`picture-${t}`;return d`<div class="set-actions">
    <input
      id=${c}
      class="hidden"
      type="file"
      accept="image/png,image/jpeg,image/webp"
      tabindex="-1"
      aria-hidden="true"
      @change=${async l=>{let[h]=l.target.files;if(l.target.value="",!!h)try{e.set(t,await s(h,n))}catch($){a($)}}}
    /><button type="button" class="button" @click=${()=>document.getElementById(c)?.click()}>${r}</button>
    ${e.get(t)?d`<button type="button" class="button quiet" @click=${()=>e.set(t,null)}>${o}</button>`:u}
  </div>`}var Fn=80,Vn=256,zn=10,Gn=[{value:"zh-CN",label:"中文"},{value:"en",label:"English"}];function Cs({me:e,call:t,upload:s,changed:a,setTheme:n,say:r,failed:o}){let c=Yt({read:async()=>{let p=await t("GET","/me"),{name:m,email:_,picture:x}=p.agent;return{name:m,email:_,picture:x??null,locale:p.locale,theme:p.theme}},check(p){let m={};return p.name.trim()||(m.name=i("settings_profile.name_missing")),Wt(p.email.trim())||(m.email=i("settings_profile.email_odd")),m},refused(p){return p?.code==="email_taken"?{email:i("settings_profile.email_taken")}:p?.field==="email"?{email:i("settings_profile.email_odd")}:p?.field==="name"?{name:i("settings_profile.name_odd")}:{}},async write(p){let{name:m,email:_,picture:x}=await t("PATCH","/me",{...p,name:p.name.trim(),email:p.email.trim()});return Object.assign(e.agent,{name:m,email:_,picture:x}),Object.assign(e,{locale:p.locale,theme:p.theme}),p.locale!==C&&setTimeout(()=>location.reload()),{...p,name:m,email:_,picture:x??null}},changed:()=>{c?.draft&&n(c.draft.theme),a()}}),l={current:"",next:"",wrong:"",busy:!1},h=async p=>{if(p.preventDefault(),!l.busy){if(l.wrong=[...l.next].length<zn?"settings_profile.password_short":"",!l.wrong){l.busy=!0;try{await t("PUT","/me/password",{current:l.current,new:l.next}),Object.assign(l,{current:"",next:""}),r(i("settings_profile.password_changed"))}catch(m){let _={wrong_password:"settings_profile.password_wrong",weak_password:"settings_profile.password_weak"};l.wrong=_[m?.code]??"",l.wrong||o(m)}l.busy=!1}a()}},$=(p,m,_)=>d`<div class="set-field">
      <div class="set-label"><label for="password-${p}">${m}</label></div>
      <input
        id="password-${p}"
        class="input"
        type="password"
        autocomplete=${_}
        aria-describedby="password-wrong"
        .value=${L(l[p])}
        @input=${x=>{l[p]=x.target.value,l.wrong="",a()}}
      />
    </div>`,g=()=>l.next?Ms(l.next):null;return{form:c,words:{save:"settings_frame.save",changes:"settings_frame.not_saved"},body:()=>d`${M(i("settings_profile.who"),d`<div class="face-big">
          ${tt({...e.agent,name:c.get("name").trim()||e.agent.name,picture:c.get("picture")})}
          <div>
            <strong>${c.get("name").trim()||e.agent.name}</strong><span class="thing-about">${c.get("email")}</span>
            ${Ts(c,"picture",{upload:s,failed:o,most:Vn,choose:i("settings_profile.picture"),remove:i("settings_profile.picture_remove")})}
          </div>
        </div>
        <div class="set-columns">
          ${Tt(c,"name",{label:i("settings_profile.name"),hint:i("settings_profile.name_hint"),max:Fn,autocomplete:"name"})}
          ${Tt(c,"email",{label:i("settings_profile.email"),hint:i("settings_profile.email_hint"),type:"email",inputmode:"email",autocomplete:"email"})}
        </div>`,i("settings_profile.who_intro"))}
    ${M(i("agent.language"),"",i("settings_profile.language_hint"),st(i("agent.language"),Gn,c.get("locale"),p=>c.set("locale",p)))}
    ${M(i("agent.theme"),"",i("settings_profile.theme_hint"),st(i("agent.theme"),["auto","light","dark"].map(p=>({value:p,label:i(`agent.theme_${p}`)})),c.get("theme"),p=>c.set("theme",p)))}
    ${M(i("settings_profile.password"),d`<form class="set-stack" @submit=${h}>
        <input class="hidden" type="text" autocomplete="username" tabindex="-1" aria-hidden="true" .value=${e.agent.email} />
        <div class="set-columns">
          ${$("current",i("settings_profile.password_current"),"current-password")}
          ${$("next",i("settings_profile.password_new"),"new-password")}
        </div>
        <p class="field-error" id="password-wrong" role="alert">${l.wrong?i(l.wrong):""}</p>
        <div class="set-actions">
          <button class="button" type="submit" ?disabled=${!l.current||!l.next} aria-busy=${l.busy}>
            ${i("settings_profile.password_change")}
          </button>
          <span class="field-hint" role="status">${g()===null?u:i(`settings_profile.strength_${g()}`)}</span>
        </div>
      </form>`,i("settings_profile.password_intro"))}`}}function Os({call:e,changed:t,say:s,failed:a,ask:n}){let r=nt(async()=>(await e("GET","/agents/me/sessions")).items,t),o=h=>{let $=h.device;return $?[$.app??$.browser,$.os].filter(Boolean).join(" · ")||i(`settings_devices.kind_${$.kind}`):h.user_agent||i("settings_devices.unknown")},c=async h=>{try{await e("DELETE",`/agents/me/sessions/${h.id}`,{}),s(i("settings_devices.ended",{device:o(h)}))}catch($){a($)}await r.load()},l=async()=>{if(!await n({title:i("settings_devices.all_ask"),text:i("settings_devices.all_means"),confirm:i("settings_devices.all")}))return;let $=(r.value??[]).filter(g=>!g.current);try{for(let g of $)await e("DELETE",`/agents/me/sessions/${g.id}`,{});s(i("settings_devices.all_ended"))}catch(g){a(g)}await r.load()};return{start:r.load,body:()=>r.view(h=>M(i("settings_devices.title"),d`<ul class="things">
            ${h.map($=>d`<li class="thing">
                  <span class="thing-mark">${I($.device?.kind==="phone"||$.device?.kind==="tablet"?"smartphone":"monitor")}</span>
                  <div class="thing-what">
                    <span class="thing-name">${o($)}${$.current?d`<span class="chip chip-ok">${i("settings_devices.this")}</span>`:u}</span>
                    <span class="thing-about" title=${Y($.last_seen_at)}
                      >${[$.address,$.current?null:i("settings_devices.seen",{time:yt($.last_seen_at,Date.now())}),i("settings_devices.since",{time:Y($.created_at)})].filter(Boolean).join(" · ")}</span
                    >
                  </div>
                  <div class="thing-does">
                    ${$.current?u:d`<button type="button" class="button" aria-label=${i("settings_devices.end_one",{device:o($)})} @click=${()=>c($)}>${i("settings_devices.end")}</button>`}
                  </div>
                </li>`)}
          </ul>`,i("settings_devices.intro"),h.some($=>!$.current)?d`<button type="button" class="button" @click=${l}>${i("settings_devices.all")}</button>`:u))}}var Kn=80,Wn=[{value:"zh-CN",label:"中文"},{value:"en",label:"English"}],Yn=e=>{let t=typeof Intl.supportedValuesOf=="function"?Intl.supportedValuesOf("timeZone"):[];return[...new Set([e,...t])].sort().map(s=>({value:s,label:s.replaceAll("_"," ")}))},Jn=e=>{try{return new Intl.DateTimeFormat(C,{weekday:"short",hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZone:e}).format(new Date)}catch{return""}};function Ps({me:e,call:t,changed:s}){let a=Yt({read:async()=>{let{name:n,locale:r,time_zone:o}=await t("GET","/shop");return{name:n,locale:r,time_zone:o}},check:n=>n.name.trim()?{}:{name:i("settings_shop.name_missing")},refused:n=>n?.field==="name"?{name:i("settings_shop.name_odd")}:n?.field==="time_zone"?{time_zone:i("settings_shop.zone_odd")}:{},async write(n){let{name:r,locale:o,time_zone:c}=await t("PATCH","/shop",{...n,name:n.name.trim()});return e.shop.name=r,{name:r,locale:o,time_zone:c}},changed:s});return{form:a,body:()=>d`${M(i("settings_shop.name"),Tt(a,"name",{label:i("settings_shop.name_label"),max:Kn,autocomplete:"organization"}),i("settings_shop.name_intro"))}
    ${M(i("settings_shop.language"),"",i("settings_shop.language_intro"),st(i("settings_shop.language"),Wn,a.get("locale"),n=>a.set("locale",n)))}
    ${M(i("settings_shop.zone"),ks(a,"time_zone",{label:i("settings_shop.zone_label"),options:Yn(a.get("time_zone")),hint:i("settings_shop.zone_now",{time:Jn(a.get("time_zone"))})}),d`${i("settings_shop.zone_intro")} <a href="/settings/hours">${i("settings_shop.to_hours")}</a>`)}`}}var Zn=80;function Is({me:e,call:t,changed:s,say:a,failed:n,ask:r}){let o=nt(async()=>{let[b,y]=await Promise.all([t("GET","/agents?limit=200"),t("GET","/agents/invitations")]);return{agents:b.items,invitations:y.items}},s),c=e.agent.role==="owner",l={email:"",name:"",role:"agent",wrong:"",busy:!1},h=null,$=(c?["owner","admin","agent"]:["admin","agent"]).map(b=>({value:b,label:i(`settings_team.role_${b}`)})),g=b=>{let A={seat_limit:"settings_team.no_seat",last_owner:"settings_team.last_owner",email_taken:"settings_team.email_taken"}[b?.code];A?a(i(A),{bad:!0}):n(b)},p=async(b,y,A)=>{try{Object.assign(b,await t("PATCH",`/agents/${b.id}`,y)),a(A)}catch(E){g(E)}await o.load()},m=async b=>{await r({title:i("settings_team.disable_ask",{name:b.name}),text:i("settings_team.disable_means"),confirm:i("settings_team.disable")})&&await p(b,{active:!1},i("settings_team.is_disabled",{name:b.name}))},_=async b=>{if(b.preventDefault(),!l.busy){if(l.wrong=Wt(l.email.trim())?"":"settings_team.email_odd",!l.wrong){l.busy=!0;try{h=await t("POST","/agents/invitations",{email:l.email.trim(),name:l.name.trim(),role:l.role}),Object.assign(l,{email:"",name:"",role:"agent"}),await o.load()}catch(y){g(y)}l.busy=!1}s()}},x=async b=>{try{await t("DELETE",`/agents/invitations/${b.id}`,{}),h?.id===b.id&&(h=null),a(i("settings_team.taken_back",{email:b.email}))}catch(y){n(y)}await o.load()},F=b=>{let y=b.id===e.agent.id,A=!y&&(c||b.role!=="owner");return d`<li class="thing ${b.active?"":"off"}" data-agent=${b.email}>
      ${tt(b)}
      <div class="thing-what">
        <span class="thing-name"
          >${b.name}${y?d`<span class="chip">${i("common.you")}</span>`:u}${b.active?u:d`<span class="chip">${i("settings_team.disabled")}</span>`}</span
        >
        <span class="thing-about"
          >${b.email} ·
          ${b.active?i(`agent.state_${b.online?b.availability:"offline"}`):i("settings_team.no_access")}</span
        >
      </div>
      <div class="thing-does">
        ${A&&b.active?d`${Kt(`role-${b.id}`,$,b.role,E=>p(b,{role:E},i("settings_team.role_changed",{name:b.name,role:i(`settings_team.role_${E}`)})),i("settings_team.role_of",{name:b.name}))}
              <button type="button" class="button quiet" @click=${()=>m(b)}>${i("settings_team.disable")}</button>`:d`<span class="thing-about">${i(`settings_team.role_${b.role}`)}</span>${A?d`<button type="button" class="button" @click=${()=>p(b,{active:!0},i("settings_team.is_enabled",{name:b.name}))}>
                    ${i("settings_team.enable")}
                  </button>`:u}`}
      </div>
    </li>`},j=b=>b.length===0?u:d`<ul class="things">
          ${b.map(y=>d`<li class="thing">
                <span class="thing-mark">${I("user")}</span>
                <div class="thing-what">
                  <span class="thing-name">${y.name||y.email}<span class="chip">${i("settings_team.invited")}</span></span>
                  <span class="thing-about" title=${Y(y.expires_at)}
                    >${y.name?`${y.email} · `:""}${i(`settings_team.role_${y.role}`)} ·
                    ${i("settings_team.until",{time:be(y.expires_at,Date.now())})}</span
                  >
                </div>
                <div class="thing-does">
                  <button type="button" class="button quiet" @click=${()=>x(y)}>${i("settings_team.take_back")}</button>
                </div>
              </li>`)}
        </ul>`;return{start:o.load,body:()=>o.view(({agents:b,invitations:y})=>{let A=b.filter(D=>D.active).length,E=e.seats.allowed;return d`${M(i("settings_team.seats",{used:A,allowed:E}),d`<progress class="seats" max=${E} value=${A} aria-label=${i("settings_team.seats_name")}></progress>`,i("settings_team.seats_intro"))}
          ${M(i("settings_team.members"),d`<ul class="things">${b.map(F)}</ul>`,i("settings_team.roles_intro"))}
          ${M(i("settings_team.invite"),d`<form class="set-stack" novalidate @submit=${_}>
                <div class="set-columns">
                  <div class="set-field">
                    <div class="set-label"><label for="invite-email">${i("settings_team.email")}</label></div>
                    <input
                      id="invite-email"
                      class="input"
                      type="email"
                      inputmode="email"
                      autocomplete="off"
                      aria-invalid=${l.wrong?"true":u}
                      aria-describedby="invite-wrong"
                      .value=${L(l.email)}
                      @input=${D=>Object.assign(l,{email:D.target.value,wrong:""})}
                    />
                    <p class="field-error" id="invite-wrong" role="alert">${l.wrong?i(l.wrong):""}</p>
                  </div>
                  <div class="set-field">
                    <div class="set-label"><label for="invite-name">${i("settings_team.name")}</label></div>
                    <input
                      id="invite-name"
                      class="input"
                      autocomplete="off"
                      maxlength=${Zn}
                      .value=${L(l.name)}
                      @input=${D=>Object.assign(l,{name:D.target.value})}
                    />
                  </div>
                </div>
                <div class="set-actions">
                  ${Kt("invite-role",$.filter(D=>D.value!=="owner"),l.role,D=>Object.assign(l,{role:D}),i("settings_team.role"))}
                  <button class="button primary" type="submit" aria-busy=${l.busy}>${i("settings_team.make_link")}</button>
                </div>
              </form>
              ${h?d`<div class="once" role="status">
                    <strong>${i("settings_team.link_for",{email:h.email})}</strong>
                    ${J(h.url,void 0,i("settings_team.link_for",{email:h.email}))}
                    <p class="field-hint">${i("settings_team.link_once")}</p>
                  </div>`:u}
              ${j(y)}`,i("settings_team.invite_intro"))}`})}}var Xn=80;function Hs({me:e,call:t,changed:s,say:a,failed:n,ask:r}){let o=e.agent.role!=="agent",c=nt(async()=>{let[p,m]=await Promise.all([t("GET","/tokens"),o?t("GET","/agents?limit=200"):{items:[]}]),_=new Map(m.items.map(x=>[x.id,x.name]));return p.items.filter(x=>!x.revoked_at).map(x=>({...x,agent:x.agent_id===e.agent.id?null:_.get(x.agent_id)??x.agent_id}))},s),l={name:"",busy:!1},h=null,$=async p=>{if(p.preventDefault(),!(l.busy||!l.name.trim())){l.busy=!0;try{h=await t("POST","/tokens",{name:l.name.trim()}),l.name="",await c.load()}catch(m){n(m)}l.busy=!1,s()}},g=async p=>{if(await r({title:i("settings_tokens.revoke_ask",{name:p.name}),text:i("settings_tokens.revoke_means"),confirm:i("settings_tokens.revoke")})){try{await t("DELETE",`/tokens/${p.id}`,{}),a(i("settings_tokens.revoked",{name:p.name}))}catch(_){n(_)}await c.load()}};return{start:c.load,body:()=>d`${M(i("settings_tokens.new"),d`<form class="set-stack" @submit=${$}>
            <div class="set-field">
              <div class="set-label"><label for="token-name">${i("settings_tokens.name")}</label></div>
              <div class="set-box">
                <input
                  id="token-name"
                  class="input"
                  autocomplete="off"
                  maxlength=${Xn}
                  .value=${L(l.name)}
                  @input=${p=>{l.name=p.target.value,s()}}
                /><button class="button primary" type="submit" ?disabled=${!l.name.trim()} aria-busy=${l.busy}>${i("settings_tokens.make")}</button>
              </div>
              <p class="field-hint">${i("settings_tokens.name_hint")}</p>
            </div>
          </form>
          ${h?d`<div class="once" role="status">
                <strong>${i("settings_tokens.made",{name:h.name})}</strong>
                ${J(h.token,void 0,i("settings_tokens.made",{name:h.name}))}
                <p class="field-hint">${i("settings_tokens.once")}</p>
              </div>`:u}`,d`${i("settings_tokens.intro")} <a href="/docs">${i("settings_tokens.docs")}</a>`)}
      ${c.view(p=>M(i("settings_tokens.list"),p.length===0?d`<p class="nothing-yet">${i("settings_tokens.none")}</p>`:d`<ul class="things">
                ${p.map(m=>d`<li class="thing">
                      <span class="thing-mark">${I("code")}</span>
                      <div class="thing-what">
                        <span class="thing-name">${m.name}${m.agent?d`<span class="chip">${m.agent}</span>`:u}</span>
                        <span class="thing-about"
                          >${[m.last_used_at?i("settings_tokens.used",{time:yt(m.last_used_at,Date.now())}):i("settings_tokens.unused"),i("settings_tokens.since",{time:Y(m.created_at)})].join(" · ")}</span
                        >
                      </div>
                      <div class="thing-does">
                        <button type="button" class="button" aria-label=${i("settings_tokens.revoke_one",{name:m.name})} @click=${()=>g(m)}>${i("settings_tokens.revoke")}</button>
                      </div>
                    </li>`)}
              </ul>`,o?i("settings_tokens.list_all"):i("settings_tokens.list_own")))}`}}var Ds=(e,t)=>`<script async src="${e}/w.js" data-key="${t}"><\/script>`;function Ls(e){return e.replace(" data-key",`
  data-key`).split(/("[^"]*"|script)/).map(t=>({text:t,kind:t.startsWith('"')?"code-text":t==="script"?"code-name":""}))}var Jt=[{id:"php",name:"PHP",lines:`<?php
$encode = fn ($text) => rtrim(strtr(base64_encode($text), '+/', '-_'), '=');
$claims = ['sub' => (string) $user->id, 'name' => $user->name, 'email' => $user->email, 'exp' => time() + 3600];
$head = $encode('{"alg":"HS256","typ":"JWT"}') . '.' . $encode(json_encode($claims));
$token = $head . '.' . $encode(hash_hmac('sha256', $head, getenv('SERVICEDESK_SECRET'), true));`},{id:"node",name:"Node",lines:`import { createHmac } from 'node:crypto';
const encode = (data) => Buffer.from(data).toString('base64url');
const claims = { sub: String(user.id), name: user.name, email: user.email, exp: Math.floor(Date.now() / 1000) + 3600 };
const head = encode('{"alg":"HS256","typ":"JWT"}') + '.' + encode(JSON.stringify(claims));
const token = head + '.' + createHmac('sha256', process.env.SERVICEDESK_SECRET).update(head).digest('base64url');`},{id:"python",name:"Python",lines:`import base64, hashlib, hmac, json, os, time
encode = lambda data: base64.urlsafe_b64encode(data).rstrip(b"=").decode()
claims = {"sub": str(user.id), "name": user.name, "email": user.email, "exp": int(time.time()) + 3600}
head = encode(b'{"alg":"HS256","typ":"JWT"}') + "." + encode(json.dumps(claims).encode())
token = head + "." + encode(hmac.new(os.environ["SERVICEDESK_SECRET"].encode(), head.encode(), hashlib.sha256).digest())`},{id:"java",name:"Java",lines:`var encode = java.util.Base64.getUrlEncoder().withoutPadding();
var utf8 = java.nio.charset.StandardCharsets.UTF_8;
var claims = String.format("{\\"sub\\":\\"%s\\",\\"exp\\":%d}", user.id(), System.currentTimeMillis() / 1000 + 3600);
var head = encode.encodeToString("{\\"alg\\":\\"HS256\\",\\"typ\\":\\"JWT\\"}".getBytes(utf8)) + "." + encode.encodeToString(claims.getBytes(utf8));
var mac = javax.crypto.Mac.getInstance("HmacSHA256");
mac.init(new javax.crypto.spec.SecretKeySpec(System.getenv("SERVICEDESK_SECRET").getBytes(utf8), "HmacSHA256"));
var token = head + "." + encode.encodeToString(mac.doFinal(head.getBytes(utf8)));`}],Ns="servicedesk('identify', null, token);";var Qn=4e3,ta="servicedesk widget secret default",ea=["any","youzan","wordpress","shopify"];function Rs({me:e,call:t,changed:s,origin:a}){let n="site",r="any",o="php",c=e.widget?.seen??null,l=async()=>{try{document.visibilityState==="visible"&&(c=(await t("GET","/setup/seen")).seen,s())}catch{}setTimeout(l,Qn)},h=p=>{try{return new URL(p).host}catch{return p}},$=()=>{let p=Ds(a,e.widget?.key??"");return d`${M(i("settings_widget.tag"),d`${st(i("settings_widget.where"),ea.map(m=>({value:m,label:i(`settings_widget.builder_${m}`)})),r,m=>{r=m,s()})}
          <p class="steps-text">${i(`settings_widget.how_${r}`)}</p>
          ${J(p,Ls(p).map(m=>d`<span class=${m.kind}>${m.text}</span>`),i("settings_widget.tag"))}`,i("settings_widget.tag_intro"))}
      ${M(c?i("settings_widget.seen"):i("settings_widget.unseen"),"",c?`${c.url.replace(/^https?:\/\//,"")} · ${yt(c.at,Date.now())}`:i("settings_widget.unseen_hint"),d`<a class="button" href="/demo" target="_blank" rel="noopener">${i("settings_widget.try_it")}${I("out")}</a>`)}`},g=()=>{let p=Jt.find(m=>m.id===o)??Jt[0];return d`${M(i("settings_widget.server"),d`${st(i("settings_widget.language"),Jt.map(m=>({value:m.id,label:m.name})),o,m=>{o=m,s()})}
          ${J(p.lines,void 0,p.name)}`,i("settings_widget.server_intro"))}
      ${M(i("settings_widget.page"),J(Ns,void 0,i("settings_widget.page")),i("settings_widget.page_intro"))}
      ${M(i("settings_widget.secret"),J(ta,void 0,i("settings_widget.secret")),i("settings_widget.secret_intro"))}`};return{start:l,status:()=>c?d`<span class="chip chip-ok"><span>${h(c.url)}</span></span>`:d`<span class="chip"><span>${i("settings_widget.not_seen")}</span></span>`,tabs:[{id:"site",label:i("settings_widget.tab_site")},{id:"identity",label:i("settings_widget.tab_identity")}],get tab(){return n},choose(p){n=p,s()},body:()=>n==="site"?$():g()}}var js={widget:Rs,team:Is,shop:Ps,about:As,profile:Cs,sessions:Os,tokens:Hs};var sa=2e4,ut=e=>document.querySelector(`meta[name="${e}"]`)?.getAttribute("content")??"",z=JSON.parse(ut("me")),ke=ut("csrf")||z.csrf_token,Ae=()=>location.assign(`/login?next=${encodeURIComponent(location.pathname)}`),pt=Se({csrf:ke,signedOut:Ae}),na=ys({csrf:ke,signedOut:Ae}),aa=bs({csrf:ke,signedOut:Ae}),bt=Qe(Xe()),R=_s({me:z,asked:ut("settings-page"),shown:ut("settings-shown"),schedule:e=>requestAnimationFrame(e),phone:()=>bt.phone.value});document.title=`${i(`settings.${ut("settings-shown")}`)} · ${i("settings.title")} · ${z.shop.name}`;var Bs={me:z,call:na,upload:aa,changed:R.changed,say:R.say,failed:R.failed,ask:R.ask,origin:ut("origin"),ui:bt,setTheme(e){bt.theme.value=e,document.documentElement.dataset.theme=e}},Zt=P(0),xe={ticks:{frame:Zt},agent:z.agent,shop:z.shop,book:{counts:null},async setAvailability(e){let t=z.agent.availability;z.agent.availability=e,Zt.value++;try{await pt.availability(e)}catch(s){z.agent.availability=t,Zt.value++,R.failed(s)}}},Us=e=>{Bs.setTheme(e),pt.change({theme:e}).catch(R.failed)},ia=()=>bt.theme.value==="auto"?matchMedia("(prefers-color-scheme: dark)").matches:bt.theme.value==="dark",Qt={palette:{label:"keys.palette",key:"mod+k",group:"go",field:!0,run:()=>Xt.open()},go_inbox:{label:"keys.go_inbox",key:"g i",group:"go",icon:"inbox",run:()=>location.assign("/inbox")},go_settings:{label:"settings.title",key:"g s",group:"go",icon:"settings",run:()=>location.assign("/settings")},theme:{label:"keys.theme",key:"mod+Shift+l",group:"desk",icon:"sun-moon",run:()=>Us(ia()?"light":"dark")}},Me=fe(Qt),Xt=fs({entries:()=>[...$s(z.agent.role).map(e=>({...e,asked:!1})),...Object.entries(Qt).filter(([e])=>e!=="palette"&&e!=="go_settings").map(([e,t])=>({id:e,group:"desk",label:i(t.label),key:Me.keyOf(e),mark:T(t.icon??"arrow-right",18),run:t.run}))],subject:()=>null,next(){},phone:()=>!1});de(R.palette,Xt.view,Xt.around);cs({keymap:()=>Me,actions:Qt});pt.preferences().then(({keys:e})=>Me=fe(Qt,e),()=>{});var qs=async()=>{try{xe.book.counts=await pt.counts(),Zt.value++}catch{}};de(R.rail,os(xe,bt,{theme:Us,palette:Xt.open,availability:xe.setAvailability,async language(e){if(e!==C)try{await pt.change({locale:e}),location.reload()}catch(t){R.failed(t)}},async signOut(e){if(!(e&&!await R.ask({title:i("agent.sign_out_everywhere_ask"),text:i("agent.sign_out_everywhere_means"),confirm:i("agent.sign_out_everywhere"),cancel:i("agent.stay")})))try{await(e?pt.signOutEverywhere():pt.signOut()),location.assign("/login")}catch(t){R.failed(t)}}},"settings"));R.show(js[ut("settings-shown")](Bs));qs();setInterval(()=>document.visibilityState==="visible"&&qs(),sa);matchMedia("(max-width: 720px)").addEventListener("change",R.changed);
